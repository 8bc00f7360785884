using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>Requests that get no stream: limits, and a host that stops.</summary>
public sealed class OverloadTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Over_the_limit_an_EventSource_is_sent_away_alive(string version)
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.MaxConnections = 1);
        await using var first = await app.OpenQuietAsync();

        await using var second = await app.OpenAsync(version);

        var frame = Assert.Single(await second.ReadToEndAsync());
        Assert.Null(frame.Data);
        Frames.IsSpread(frame.Retry);
        Assert.Equal(1, app.OpenStreams);
        feed.Send("the first one lives");
        await first.NextAsync();
    }

    [Theory]
    [InlineData(null, OverloadResponse.Reconnect, 503)]
    [InlineData("*/*", OverloadResponse.Reconnect, 503)]
    [InlineData("application/json, text/event-stream;q=0", OverloadResponse.Reconnect, 503)]
    [InlineData("text/event-stream", OverloadResponse.Status, 503)]
    [InlineData("application/json, TEXT/Event-Stream;q=0.5", OverloadResponse.Reconnect, 200)]
    public async Task Everybody_else_gets_the_status(string? accept, OverloadResponse answer, int status)
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o =>
        {
            o.MaxConnections = 1;
            o.OverloadResponse = answer;
        });
        await using var first = await app.OpenQuietAsync();

        using var response = await GetAsync(app, accept);

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200)
        {
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public async Task A_place_is_free_again_when_a_stream_has_ended()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.MaxConnections = 1);
        var first = await app.OpenQuietAsync();
        await first.DisposeAsync();
        await app.NoStreamIsOpenAsync();

        feed.Send("welcome");
        await using var second = await app.OpenAsync();
        Assert.Equal("welcome", (await second.NextAsync()).Data);
    }

    [Theory]
    [InlineData(ClaimTypes.NameIdentifier)]
    [InlineData(ClaimTypes.Name)]
    [InlineData("sub")]
    public async Task A_limit_per_user_counts_by_claim(string claim)
    {
        await using var app = await StreamApp.StartAsync(
            GreetAsync,
            options: o => o.MaxConnectionsPerUser = 1,
            pipeline: app => app.Use((context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, context.Request.Headers["User"].ToString())], "test"));
                return next(context);
            }));
        using var ann = await GetAsync(app, "text/event-stream", "ann", HttpCompletionOption.ResponseHeadersRead);
        using var bob = await GetAsync(app, "text/event-stream", "bob", HttpCompletionOption.ResponseHeadersRead);

        using var annAgain = await GetAsync(app, "*/*", "ann");

        Assert.Equal(HttpStatusCode.OK, bob.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, annAgain.StatusCode);
        Assert.NotNull(annAgain.Headers.RetryAfter);
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_the_limit_per_user_counts_by_address()
    {
        await using var app = await StreamApp.StartAsync(
            GreetAsync,
            options: o => o.MaxConnectionsPerUser = 1,
            pipeline: app => app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers["User"].ToString());
                return next(context);
            }));
        using var one = await GetAsync(app, "text/event-stream", "10.0.0.1", HttpCompletionOption.ResponseHeadersRead);
        using var other = await GetAsync(app, "text/event-stream", "10.0.0.2", HttpCompletionOption.ResponseHeadersRead);

        using var again = await GetAsync(app, "*/*", "::ffff:10.0.0.1");

        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
    }

    [Fact]
    public async Task A_request_that_comes_while_the_host_stops_is_sent_away_alive()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { Shutdown = EventStreamShutdown.Drain });
        await using var draining = await app.OpenAsync();
        await draining.NextAsync();

        // The moment between the host's decision and the closing of the listening socket.
        app.Server.Lifetime.StopApplication();
        await using var late = await app.OpenAsync();
        using var plain = await GetAsync(app, "*/*");

        Frames.IsSpread(Assert.Single(await late.ReadToEndAsync()).Retry);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, plain.StatusCode);
        feed.End();
        Frames.IsFarewell(Assert.Single(await draining.ReadToEndAsync()));
    }

    private static async IAsyncEnumerable<Item> GreetAsync(EventStreamContext context)
    {
        yield return "hello";
        await context.CancellationToken.Cancelled();
    }

    private static Task<HttpResponseMessage> GetAsync(
        StreamApp app, string? accept, string? user = null, HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/stream");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        request.Headers.Add("User", user ?? "nobody");
        return app.Server.Client().SendAsync(request, completion, TestContext.Current.CancellationToken).Within();
    }
}
