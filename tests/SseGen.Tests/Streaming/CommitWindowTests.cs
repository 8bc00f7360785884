using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A stream that is asked for: an error is an error, and silence is not kept waiting.</summary>
public sealed class CommitWindowTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_handler_that_fails_before_its_first_event_gives_an_ordinary_error_response(string version)
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        var request = app.Server.Client(version).GetAsync(new Uri("/stream", UriKind.Relative), TestContext.Current.CancellationToken);

        await feed.Started;
        feed.End(new InvalidOperationException("no such symbol"));

        using var response = await request.Within();
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Null(response.Content.Headers.ContentType);
        Assert.False(response.Headers.Contains("X-Accel-Buffering"));
        Assert.Equal(1, feed.FinallyRuns);
        await app.NoStreamIsOpenAsync();
    }

    [Fact]
    public async Task A_first_event_that_cannot_be_written_gives_an_ordinary_error_response()
    {
        var feed = new Feed();
        feed.Send(new Item("x", Id: "a\nb"));
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.Retry = TimeSpan.FromSeconds(1));

        using var response = await app.Server.Client().GetAsync(new Uri("/stream", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        await feed.Finished;
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_quiet_handler_gets_its_headers_sent_when_the_window_is_over(string version)
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        var opening = app.OpenAsync(version);
        await feed.Started;

        app.Time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(opening.IsCompleted);
        await using var stream = await app.TurnUntilAsync(opening, TimeSpan.FromMilliseconds(1));

        feed.Send("late");
        Assert.Equal("late", (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task An_error_behind_the_window_is_an_event()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenQuietAsync();

        feed.End(new InvalidOperationException("too late for a status code"));

        Assert.Equal("stream-error", (await stream.NextAsync()).EventType);
        Assert.Null(await stream.ReadFrameAsync());
    }

    [Fact]
    public async Task The_window_can_be_closed_at_once()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o => o.CommitWindow = TimeSpan.Zero);

        await using var stream = await app.TurnUntilAsync(app.OpenAsync(), TimeSpan.FromTicks(1));

        feed.End();
        Assert.Empty(await stream.ReadToEndAsync());
    }

    [Fact]
    public async Task A_handler_without_events_gives_an_empty_stream()
    {
        var feed = new Feed();
        feed.End();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);

        await using var stream = await app.OpenAsync();

        Assert.Empty(await stream.ReadToEndAsync());
        Assert.Equal("Completed", await app.EndReasonAsync());
    }

    [Fact]
    public async Task A_client_that_goes_within_the_window_leaves_no_trace()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");
        await feed.Started;

        connection.Reset();

        await feed.Finished;
        await app.NoStreamIsOpenAsync();
        Assert.Empty(app.Problems);
    }
}
