using Microsoft.Extensions.Logging;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>The host stops.</summary>
public sealed class ShutdownTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_stream_ends_with_a_farewell_and_a_clean_end(string version)
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync(version);
        await stream.NextAsync();

        var stopping = app.Server.StopAsync();

        Frames.IsFarewell(await stream.ReadFrameAsync());
        Assert.Null(await stream.ReadFrameAsync());
        await feed.Finished;
        await stopping;
        Assert.True(feed.Token.IsCancellationRequested);
        Assert.Equal("HostStopping", await app.EndReasonAsync());
        Assert.Empty(app.Problems);
    }

    [Fact]
    public async Task The_last_chunk_is_the_farewell_and_the_body_ends_cleanly()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, options: o =>
        {
            o.FarewellEventType = "bye";
            o.ReconnectSpread = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        });
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");
        await connection.ReadHeadAsync();
        await connection.ReadChunkAsync();

        var stopping = app.Server.StopAsync();

        Assert.Equal(["event: bye\nretry: 2000\ndata: {}\n\n"], await connection.ReadChunksAsync());
        Assert.True(await connection.IsClosedByServerAsync());
        await stopping;
    }

    [Fact]
    public async Task The_times_to_return_are_spread()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        var streams = new List<SseReader>();
        for (var i = 0; i < 20; i++)
        {
            streams.Add(await app.OpenQuietAsync());
        }

        var stopping = app.Server.StopAsync();

        var times = new HashSet<TimeSpan>();
        foreach (var stream in streams)
        {
            var farewell = await stream.ReadFrameAsync();
            Frames.IsFarewell(farewell);
            times.Add(farewell!.Retry!.Value);
        }

        await stopping;
        Assert.InRange(times.Count, 10, 20);
    }

    [Fact]
    public async Task What_has_been_yielded_is_delivered_first()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.IgnoreTokenAsync);
        await using var stream = await app.OpenQuietAsync();

        // The handler is still waiting when the host stops, and yields what it has then.
        var stopping = app.Server.StopAsync();
        await feed.Token.Cancelled();
        feed.Send("on its way", "too late");

        Assert.Equal("on its way", (await stream.NextAsync()).Data);
        Frames.IsFarewell(await stream.ReadFrameAsync());
        await stopping;
        Assert.Equal(1, feed.FinallyRuns);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_draining_stream_may_finish_its_work(string version)
    {
        var feed = new Feed();
        feed.Send("1");
        EventStreamContext? stream = null;
        await using var app = await StreamApp.StartAsync(
            context => feed.ReadAsync(stream = context), new("/stream") { Shutdown = EventStreamShutdown.Drain });
        await using var reader = await app.OpenAsync(version);
        await reader.NextAsync();

        var stopping = app.Server.StopAsync();
        await stream!.Stopping.Cancelled();
        Assert.False(feed.Token.IsCancellationRequested);
        feed.Send("2");
        feed.End();

        Assert.Equal("2", (await reader.NextAsync()).Data);
        Frames.IsFarewell(await reader.ReadFrameAsync());
        Assert.Null(await reader.ReadFrameAsync());
        await stopping;
        Assert.False(feed.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_draining_stream_that_completes_says_so_instead_of_farewell()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(
            feed.ReadAsync, new("/stream") { Shutdown = EventStreamShutdown.Drain, CompletionEventType = "done" });
        await using var reader = await app.OpenAsync();
        await reader.NextAsync();

        var stopping = app.Server.StopAsync();
        feed.End();

        Assert.Equal(new SseFrame { Id = "~complete", EventType = "done", Data = "{}" }, await reader.ReadFrameAsync());
        await stopping;
    }

    [Fact]
    public async Task A_draining_stream_ends_when_the_time_to_drain_is_up()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(
            feed.ReadAsync,
            new("/stream") { Shutdown = EventStreamShutdown.Drain },
            o => o.DrainTimeout = TimeSpan.FromSeconds(5));
        await using var reader = await app.OpenAsync();
        await reader.NextAsync();
        var stopping = app.Server.StopAsync();
        await app.Server.Lifetime.ApplicationStopping.Cancelled();

        app.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(feed.Token.IsCancellationRequested);
        app.Time.Advance(TimeSpan.FromSeconds(0.1));

        await feed.Token.Cancelled();
        Frames.IsFarewell(await reader.ReadFrameAsync());
        await stopping;
        Assert.Equal("HostStopping", await app.EndReasonAsync());
    }

    [Theory]
    [InlineData(30, 10, 1, 10, 1)]
    [InlineData(5, 10, 1, 3.5, 1)]
    [InlineData(1, 10, 1, 0.45, 0.45)]
    [InlineData(30, 60, 10, 19, 10)]
    public void The_time_to_drain_always_ends_within_the_hosts_own(
        double host, double drain, double abandon, double expectedDrain, double expectedAbandon)
    {
        var plan = SseGen.Streaming.ShutdownPlan.Create(
            new EventStreamOptions { DrainTimeout = TimeSpan.FromSeconds(drain), AbandonTimeout = TimeSpan.FromSeconds(abandon) },
            TimeSpan.FromSeconds(host));

        Assert.Equal(expectedDrain, plan.DrainTimeout.TotalSeconds, 3);
        Assert.Equal(expectedAbandon, plan.AbandonTimeout.TotalSeconds, 3);
        Assert.True((plan.DrainTimeout + plan.AbandonTimeout).TotalSeconds < host);
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_is_named_and_left_behind()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.IgnoreTokenAsync);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        var stopping = app.Server.StopAsync();
        await feed.Token.Cancelled();
        await app.TurnUntilAsync(stopping, TimeSpan.FromSeconds(1));

        Frames.IsFarewell(await stream.ReadFrameAsync());
        Assert.Null(await stream.ReadFrameAsync());
        var left = await app.Server.Logs.FirstAsync(entry => entry.EventId.Name == "HandlerLeftBehind");
        Assert.Equal(LogLevel.Warning, left.Level);
        Assert.Contains("Tests.Handler", left.Message, StringComparison.Ordinal);
        Assert.Equal(0, feed.FinallyRuns);

        // It comes back in the end, and is disposed of then.
        feed.Send("nobody reads this");
        await feed.Finished;
        Assert.Equal(1, feed.FinallyRuns);
    }

    [Fact]
    public async Task A_client_that_does_not_read_does_not_hold_the_host()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await RawConnection.OpenAsync(app.Server.Http1Address, receiveBuffer: 4096);
        await connection.GetAsync("/stream");
        await feed.Started;
        Backpressure.Fill(feed);

        await app.TurnUntilAsync(app.Server.StopAsync(), TimeSpan.FromSeconds(1));

        await feed.Finished;
        await app.NoStreamIsOpenAsync();
    }
}
