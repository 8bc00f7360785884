using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary>What the framework does by metadata, it does for streams: authorization, CORS, rate limits, output caching, links, groups.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData("/citizen/plain/x", null, HttpStatusCode.OK)]
    [InlineData("/citizen/members", null, HttpStatusCode.Unauthorized)]
    [InlineData("/citizen/members", "stranger", HttpStatusCode.Forbidden)]
    [InlineData("/citizen/members", "member", HttpStatusCode.OK)]
    [InlineData("/citizen/class/secret", null, HttpStatusCode.Unauthorized)]
    [InlineData("/citizen/class/secret", "stranger", HttpStatusCode.OK)]
    [InlineData("/citizen/class/public", null, HttpStatusCode.OK)]
    [InlineData("/citizen/inherited/secret", null, HttpStatusCode.Unauthorized)]
    [InlineData("/citizen/inherited/secret", "stranger", HttpStatusCode.Forbidden)]
    [InlineData("/citizen/inherited/secret", "member", HttpStatusCode.OK)]
    [InlineData("/citizen/inherited/public", null, HttpStatusCode.OK)]
    public async Task Attributes_of_method_and_class_decide_who_may_read(string uri, string? user, HttpStatusCode expected)
    {
        await using var server = await StartAsync(static app => Map(app));

        Assert.Equal(expected, await CitizenServer.StatusAsync(server, uri, user));
    }

    [Fact]
    public async Task RequireAuthorization_of_all_streams_leaves_out_who_allows_anybody()
    {
        await using var server = await StartAsync(static app => Map(app).RequireAuthorization());

        Assert.Equal(HttpStatusCode.Unauthorized, await CitizenServer.StatusAsync(server, "/citizen/plain/x"));
        Assert.Equal(HttpStatusCode.OK, await CitizenServer.StatusAsync(server, "/citizen/plain/x", "stranger"));
        Assert.Equal(HttpStatusCode.OK, await CitizenServer.StatusAsync(server, "/citizen/class/public"));
    }

    [Theory]
    [InlineData("/citizen/shared", "https://elsewhere.example", true)]
    [InlineData("/citizen/shared", "https://other.example", false)]
    [InlineData("/citizen/none", "https://elsewhere.example", false)]
    [InlineData("/policy/citizen/class/public", "https://elsewhere.example", true)]
    public async Task CORS_is_by_attribute_or_by_policy(string uri, string origin, bool isAllowed)
    {
        await using var server = await StartAsync(static app =>
        {
            app.MapCitizenEndpoints();
            app.MapGroup("/policy").RequireCors("elsewhere").MapMemberEndpoints();
        });

        using var response = await CitizenServer.GetAsync(server, uri, ("Origin", origin));

        Assert.Equal(isAllowed ? [origin] : [], response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : []);
    }

    [Fact]
    public async Task A_rate_limit_answers_who_comes_too_often()
    {
        await using var server = await StartAsync(static app => Map(app));

        Assert.Equal(HttpStatusCode.OK, await CitizenServer.StatusAsync(server, "/citizen/limited"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CitizenServer.StatusAsync(server, "/citizen/limited"));
    }

    [Theory]
    [InlineData("/citizen/shared", "https://elsewhere.example", true)]
    [InlineData("/citizen/shared", "https://other.example", false)]
    [InlineData("/citizen/none", "https://elsewhere.example", false)]
    public async Task CORS_lets_a_browser_ask_first(string uri, string origin, bool isAllowed)
    {
        await using var server = await StartAsync(static app => app.MapCitizenEndpoints());
        using var request = new HttpRequestMessage(HttpMethod.Options, uri)
        {
            Headers =
            {
                { "Origin", origin },
                { "Access-Control-Request-Method", "GET" },
                { "Access-Control-Request-Headers", "Last-Event-ID" },
            },
        };

        using var response = await server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isAllowed ? [origin] : [], response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : []);
        Assert.Equal(isAllowed ? ["Last-Event-ID"] : [], response.Headers.TryGetValues("Access-Control-Allow-Headers", out var headers) ? headers : []);
    }

    [Fact]
    public async Task A_limit_of_concurrency_counts_a_stream_for_as_long_as_it_lives()
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
        var isOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await CitizenServer.StartAsync(builder => builder.Services.AddSingleton(channel), app =>
        {
            app.Use(async (context, next) =>
            {
                await next(context);
                if (context.Response.StatusCode == StatusCodes.Status200OK)
                {
                    isOver.TrySetResult();
                }
            });
            app.UseRateLimiter();
            app.MapHeldEndpoints();
        });
        await using (var stream = await server.OpenAsync("/citizen/held"))
        {
            channel.Writer.TryWrite("one");
            await stream.NextAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await CitizenServer.StatusAsync(server, "/citizen/held"));
            channel.Writer.TryComplete();
            await stream.ReadToEndAsync();
        }

        // The permit comes back when the request is over, which is a moment after the response.
        await isOver.Task.Within("the end of the request");
        Assert.Equal(HttpStatusCode.OK, await CitizenServer.StatusAsync(server, "/citizen/held"));
    }

    [Fact]
    public async Task A_policy_that_caches_all_output_does_not_hold_a_stream_back()
    {
        await using var server = await StartAsync(
            static app =>
            {
                app.UseOutputCache();
                app.MapNumberedEndpoints();
                app.MapGroup("/asked").CacheOutput().MapNumberedEndpoints();
                app.MapGet("/plain", static () => Guid.NewGuid().ToString());
            },
            static builder => builder.Services.AddOutputCache(cache => cache.AddBasePolicy(static policy => policy.Cache())));

        Assert.Equal(await TextAsync(server, "/plain"), await TextAsync(server, "/plain"));
        Assert.NotEqual(await TextAsync(server, "/citizen/numbered"), await TextAsync(server, "/citizen/numbered"));
        Assert.NotEqual(await TextAsync(server, "/asked/citizen/numbered"), await TextAsync(server, "/asked/citizen/numbered"));
    }

    [Fact]
    public async Task Names_link_and_tags_and_metadata_of_all_are_there()
    {
        await using var server = await StartAsync(static app => Map(app.MapGroup("/api")).WithMetadata("note"));

        var links = server.Services.GetRequiredService<LinkGenerator>();
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.Equal("/api/citizen/plain/x?times=3", links.GetPathByName("citizen-plain", new RouteValueDictionary { ["word"] = "x", ["times"] = 3 }));
        Assert.All(endpoints, static endpoint => Assert.Equal("note", endpoint.Metadata.GetMetadata<string>()));
        Assert.Equal(["rationed"], TagsOf(endpoints, "/api/citizen/limited"));
        Assert.Equal(["members"], TagsOf(endpoints, "/api/citizen/class/secret"));
        Assert.Equal(["anybody"], TagsOf(endpoints, "/api/citizen/class/public"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_library_maps_its_own(string version)
    {
        await using var server = await StartAsync(static app => app.MapGroup("/lib").MapCatalogEventStreams().WithMetadata("library"));

        Assert.Equal(
            """{"shelf":"b","number":1}|{"shelf":"b","number":2}""",
            await CitizenServer.ReadAsync(server, "/lib/catalog/b", version));
    }

    private static async Task<string> TextAsync(LiveServer server, string uri)
    {
        using var response = await CitizenServer.GetAsync(server, uri);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<string> TagsOf(IReadOnlyList<Endpoint> endpoints, string pattern) =>
        endpoints.OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == pattern).Metadata.GetMetadata<ITagsMetadata>()!.Tags;

    private static All Map(IEndpointRouteBuilder endpoints) => new(
        endpoints.MapCitizenEndpoints(), endpoints.MapMemberEndpoints(), endpoints.MapInheritingEndpoints());

    private static Task<LiveServer> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? services = null) =>
        CitizenServer.StartAsync(services ?? (static _ => { }), app =>
        {
            app.UseAuthentication();
            app.UseCors();
            app.UseAuthorization();
            app.UseRateLimiter();
            map(app);
        });

    /// <summary>The conventions of several classes.</summary>
    private sealed class All(params IEndpointConventionBuilder[] classes) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention)
        {
            foreach (var endpoints in classes)
            {
                endpoints.Add(convention);
            }
        }
    }
}
