using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A stream that has lasted long enough.</summary>
public sealed class DurationTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task It_ends_cleanly_and_its_client_returns_after_a_time_out_of_the_spread(string version)
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { MaxDurationSeconds = 10 });
        await using var stream = await app.OpenAsync(version);
        await stream.NextAsync();

        app.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(feed.Token.IsCancellationRequested);
        app.Time.Advance(TimeSpan.FromSeconds(0.1));

        var last = await stream.ReadFrameAsync();
        Assert.Null(last!.Data);
        Frames.IsSpread(last.Retry);
        Assert.Null(await stream.ReadFrameAsync());
        Assert.Equal("DurationReached", await app.EndReasonAsync());
        await feed.Finished;
    }

    [Fact]
    public async Task A_stream_that_always_has_events_ends_as_well()
    {
        await using var app = await StreamApp.StartAsync(Endless, options: o => o.MaxDuration = TimeSpan.FromSeconds(10));
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        app.Time.Advance(TimeSpan.FromSeconds(10));

        var frames = await stream.ReadToEndAsync();
        Frames.IsSpread(frames[^1].Retry);

        static async IAsyncEnumerable<Item> Endless(EventStreamContext context)
        {
            while (true)
            {
                yield return "x";
                await Task.CompletedTask;
            }
        }
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_keeps_its_request_but_not_the_client()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.IgnoreTokenAsync, new("/stream") { MaxDurationSeconds = 10 });
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        app.Time.Advance(TimeSpan.FromSeconds(10));
        await feed.Token.Cancelled();
        var last = await app.TurnUntilAsync(stream.ReadFrameAsync(), TimeSpan.FromSeconds(1));

        Frames.IsSpread(last!.Retry);
        Assert.Null(await stream.ReadFrameAsync());
        Assert.Equal(1, app.OpenStreams);
        feed.End();
        await app.NoStreamIsOpenAsync();
    }
}
