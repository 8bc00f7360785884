using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary>Endpoint filters stand before a stream as before any other handler.</summary>
public sealed class FilterTests
{
    [Fact]
    public async Task A_filter_sees_each_argument_and_may_change_it()
    {
        IList<object?> seen = [];
        await using var server = await StartAsync(app => app.MapCitizenEndpoints().AddEndpointFilter(async (context, next) =>
        {
            seen = [.. context.Arguments];
            if (context.Arguments is [_, int times])
            {
                context.Arguments[1] = times + 1;
            }

            return await next(context);
        }));

        Assert.Equal("hi|hi|hi", await ReadAsync(server, "/citizen/plain/hi?times=2"));
        Assert.Equal(["hi", 2], seen);
    }

    [Fact]
    public async Task More_than_eight_arguments_are_seen_as_well()
    {
        IList<object?> seen = [];
        await using var server = await StartAsync(app => app.MapCitizenEndpoints().AddEndpointFilter(async (context, next) =>
        {
            seen = [.. context.Arguments];
            if (context.Arguments.Count == 9)
            {
                Assert.Equal(9, context.GetArgument<int>(8));
                context.Arguments[8] = 10;
            }

            return await next(context);
        }));

        Assert.Equal("abcdefgh|10", await ReadAsync(server, "/citizen/nine?a=a&b=b&c=c&d=d&e=e&f=f&g=g&h=h&i=9"));
        Assert.Equal(["a", "b", "c", "d", "e", "f", "g", "h", 9], seen);
        Assert.Equal("none", await ReadAsync(server, "/citizen/none"));
    }

    [Fact]
    public async Task A_filter_wraps_replaces_or_refuses_the_stream()
    {
        await using var server = await StartAsync(app => app.MapCitizenEndpoints().AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Query["mode"].ToString() switch
            {
                "refuse" => TypedResults.StatusCode(StatusCodes.Status418ImATeapot),
                "replace" => Endpoints.Sequence.Of("other"),
                "wrap" => ((IAsyncEnumerable<string>)(await next(context))!).Select(static word => $"<{word}>"),
                _ => await next(context),
            }));

        Assert.Equal("<hi>", await ReadAsync(server, "/citizen/plain/hi?mode=wrap"));
        Assert.Equal("other", await ReadAsync(server, "/citizen/plain/hi?mode=replace"));
        Assert.Equal((HttpStatusCode)418, await StatusAsync(server, "/citizen/plain/hi?mode=refuse"));
        Assert.Equal("hi", await ReadAsync(server, "/citizen/decided?word=hi"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, "/citizen/decided?word=no"));
        Assert.Equal("<hi>", await ReadAsync(server, "/citizen/decided?word=hi&mode=wrap"));
    }

    [Fact]
    public async Task Filters_of_a_group_are_outside_and_a_factory_sees_the_method()
    {
        var order = new List<string>();
        var methods = new List<string>();
        await using var server = await StartAsync(app =>
        {
            var group = app.MapGroup("/in/{tenant}");
            group.AddEndpointFilter(async (context, next) =>
            {
                order.Add("group " + context.HttpContext.Request.RouteValues["tenant"]);
                return await next(context);
            });
            group.MapCitizenEndpoints().AddEndpointFilterFactory((context, next) =>
            {
                methods.Add(context.MethodInfo.Name);
                return context.MethodInfo.Name != nameof(CitizenEndpoints.Plain) ? next : invocation =>
                {
                    order.Add("factory");
                    return next(invocation);
                };
            });
        });

        Assert.Equal("hi", await ReadAsync(server, "/in/acme/citizen/plain/hi"));
        Assert.Equal(["group acme", "factory"], order);
        Assert.Contains(nameof(CitizenEndpoints.Nine), methods);
    }

    [Fact]
    public async Task A_filter_runs_for_what_could_not_be_bound_but_the_handler_does_not()
    {
        var statuses = new List<int>();
        await using var server = await StartAsync(app => app.MapCitizenEndpoints().AddEndpointFilter(async (context, next) =>
        {
            statuses.Add(context.HttpContext.Response.StatusCode);
            return await next(context);
        }));

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(server, "/citizen/plain/hi?times=x"));
        Assert.Equal([400], statuses);
    }

    private static Task<LiveServer> StartAsync(Action<WebApplication> map) => CitizenServer.StartAsync(static _ => { }, app =>
    {
        app.UseRateLimiter();
        map(app);
    });

    private static Task<string> ReadAsync(LiveServer server, string uri) => CitizenServer.ReadAsync(server, uri);

    private static Task<HttpStatusCode> StatusAsync(LiveServer server, string uri) => CitizenServer.StatusAsync(server, uri);
}
