using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.EndToEnd.Tests.Topics;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>An attribute on a method makes an endpoint, whatever the method's form.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_method_with_the_attribute_is_a_live_endpoint(string version)
    {
        await using var server = await StartAsync();
        await using var stream = await server.OpenAsync("/count/3", version);

        Assert.Equal(
            [new SseFrame { EventType = "number", Data = "1" }, new SseFrame { EventType = "number", Data = "2" }, new SseFrame { EventType = "number", Data = "3" }],
            await stream.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/count/2?from=2", "2")]
    [InlineData("/echo/a%20b?query=&link=http://x/", "a b||http://x/")]
    [InlineData("/echo/x", "x|-|-")]
    [InlineData("/request", "True|True|True|True")]
    [InlineData("/service", "hello service|provider")]
    [InlineData("/setup", "1|2")]
    [InlineData("/setup/value", "3")]
    [InlineData("/keyword?class=c", "c|e|r|s")]
    [InlineData("/nested", "4")]
    [InlineData("/constructed", "hello constructed|time")]
    [InlineData("/registered", "from the container")]
    [InlineData("/struct", "hello struct")]
    public async Task Arguments_come_from_the_request_and_the_container(string uri, string expected)
    {
        await using var server = await StartAsync();

        Assert.Equal(expected, await ReadAsync(server, uri));
    }

    [Fact]
    public async Task A_constructed_handler_is_disposed_of_with_its_stream()
    {
        await using var server = await StartAsync();

        await ReadAsync(server, "/constructed");

        await server.Services.GetRequiredService<Greeter>().Disposed.Task.Within("the handler's disposal");
    }

    [Theory]
    [InlineData("/count/x", HttpStatusCode.NotFound)]
    [InlineData("/count/3?from=x", HttpStatusCode.BadRequest)]
    [InlineData("/count/3?from=", HttpStatusCode.BadRequest)]
    [InlineData("/setup?fails=yes", HttpStatusCode.BadRequest)]
    [InlineData("/setup?fails=true", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/guarded", HttpStatusCode.Unauthorized)]
    [InlineData("/open", HttpStatusCode.OK)]
    [InlineData("/posted", HttpStatusCode.MethodNotAllowed)]
    public async Task What_cannot_be_bound_or_may_not_be_read_is_an_ordinary_error(string uri, HttpStatusCode expected)
    {
        await using var server = await StartAsync();

        using var response = await server.Client().GetAsync(new Uri(uri, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK, response.Content.Headers.ContentType?.MediaType == "text/event-stream");
    }

    [Fact]
    public async Task A_handler_of_POST_is_read_with_fetch()
    {
        await using var server = await StartAsync();

        using var response = await server.Client().PostAsync(
            new Uri("/posted?count=5", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        await using var stream = await SseReader.OfAsync(response);
        Assert.Equal("5", (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task The_prefix_of_a_group_gives_values_and_one_handler_can_be_mapped_twice()
    {
        await using var server = await LiveServer.StartAsync(AddServices, app =>
        {
            app.MapGroup("/t/{tenant}").MapTenantEndpoints();
            app.MapGroup("/plain").MapTenantEndpoints();
        });

        Assert.Equal("acme", await ReadAsync(server, "/t/acme/tenant?tenant=other"));
        Assert.Equal("other", await ReadAsync(server, "/plain/tenant?tenant=other"));
    }

    [Fact]
    public async Task A_filter_sees_arguments_and_may_replace_or_refuse_the_stream()
    {
        await using var server = await LiveServer.StartAsync(AddServices, app => app.MapSampleEndpoints().AddEndpointFilter(async (context, next) =>
        {
            if (context.HttpContext.Request.Query["mode"] == "refuse")
            {
                return TypedResults.Conflict();
            }

            if (context.HttpContext.Request.Query["mode"] == "text")
            {
                return "text";
            }

            if (context.Arguments.Count > 0 && context.Arguments[0] is string word)
            {
                context.Arguments[0] = word.ToUpperInvariant();
            }

            var events = (IAsyncEnumerable<string>)(await next(context))!;
            return context.HttpContext.Request.Query["mode"] == "wrap" ? events.Select(one => $"<{one}>") : events;
        }));

        Assert.Equal("A|-|-", await ReadAsync(server, "/echo/a"));
        Assert.Equal("<A>|<->|<->", await ReadAsync(server, "/echo/a?mode=wrap"));
        using var client = server.Client();
        using var refused = await client.GetAsync(new Uri("/echo/a?mode=refuse", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("text", await client.GetStringAsync(new Uri("/echo/a?mode=text", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_named_endpoint_can_be_linked_to()
    {
        await using var server = await StartAsync();

        var links = server.Services.GetRequiredService<LinkGenerator>();

        Assert.Equal("/count/7?from=2", links.GetPathByName("count", new RouteValueDictionary { ["to"] = 7, ["from"] = 2 }));
    }

    [Fact]
    public async Task Without_AddEventStreams_mapping_says_what_to_call()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => LiveServer.StartAsync(_ => { }, app => app.MapEventStreams()));

        Assert.Contains("builder.Services.AddEventStreams()", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_class_that_nobody_can_make_is_told_of_at_start()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => LiveServer.StartAsync(builder => builder.Services.AddEventStreams(), app => app.MapEventStreams()));

        Assert.Contains(nameof(RegisteredEndpoints), thrown.Message, StringComparison.Ordinal);
    }

    private static Task<LiveServer> StartAsync() => LiveServer.StartAsync(AddServices, app =>
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapEventStreams();
    });

    private static void AddServices(WebApplicationBuilder builder)
    {
        // MapEventStreams maps the handlers of topics as well, whose parameters are services only where there are such.
        TopicEndpoints.AddTopics(builder.Services);
        builder.Services.AddSingleton<Greeter>();
        builder.Services.AddSingleton<Shapes.ShapeState>();
        builder.Services.AddSingleton(System.Threading.Channels.Channel.CreateUnbounded<string>());
        builder.Services.AddSingleton(RegisteredEndpoints.Create("from the container"));
        builder.Services.AddSingleton<Streaming.CallCount>();
        builder.Services.AddAuthentication().AddBearerToken();
        builder.Services.AddAuthorization();
    }

    private static async Task<string> ReadAsync(LiveServer server, string uri)
    {
        await using var stream = await server.OpenAsync(uri);
        return string.Join('|', (await stream.ReadToEndAsync()).Select(frame => frame.Data));
    }
}
