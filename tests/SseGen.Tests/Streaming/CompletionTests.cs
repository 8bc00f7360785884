using System.Net;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A source that ends.</summary>
public sealed class CompletionTests
{
    private static readonly EventStreamAttribute s_settings = new("/stream") { CompletionEventType = "done" };

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_response_ends_cleanly(string version)
    {
        var feed = new Feed();
        feed.Send("1", "2");
        feed.End();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync(version);

        Assert.Equal(["1", "2"], (await stream.ReadToEndAsync()).Select(frame => frame.Data));
        Assert.Equal("Completed", await app.EndReasonAsync());
        Assert.False(feed.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_completion_event_is_the_last_one()
    {
        var feed = new Feed();
        feed.Send(new Item("1", Id: "1"));
        feed.End();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, s_settings);
        await using var stream = await app.OpenAsync();

        Assert.Equal(
            [new SseFrame { Id = "1", Data = "1" }, new SseFrame { Id = "~complete", EventType = "done", Data = "{}" }],
            await stream.ReadToEndAsync());
    }

    [Theory]
    [InlineData("/stream", "~complete")]
    [InlineData("/stream?lastEventId=~complete", null)]
    public async Task A_client_that_has_seen_it_is_told_to_stay_away_without_calling_the_handler(string uri, string? header)
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, s_settings);
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (header is not null)
        {
            request.Headers.Add("Last-Event-ID", header);
        }

        using var response = await app.Server.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(feed.HasStarted);
    }

    [Fact]
    public async Task The_option_holds_for_all_endpoints_and_without_either_the_id_means_nothing()
    {
        var feed = new Feed();
        feed.End();
        await using var with = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.CompletionEventType = "end");
        await using var without = await StreamApp.StartAsync(feed.ReadAsync);

        await using var stream = await with.OpenAsync();
        Assert.Equal("end", (await stream.NextAsync()).EventType);
        await using var again = await without.OpenAsync(lastEventId: "~complete");
        Assert.Empty(await again.ReadToEndAsync());
    }

    [Fact]
    public async Task A_stream_that_fails_is_not_complete()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, s_settings);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();
        feed.End(new InvalidOperationException("half-way"));

        Assert.Equal("stream-error", Assert.Single(await stream.ReadToEndAsync()).EventType);
    }
}
