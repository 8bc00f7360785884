using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A stream that is quiet.</summary>
public sealed class HeartbeatTests
{
    private static readonly SseFrame s_heartbeat = new() { Comment = "" };

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_comment_is_sent_after_each_interval_of_silence(string version)
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync(version);
        await stream.NextAsync();

        app.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(s_heartbeat, await stream.ReadFrameAsync());
        app.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(s_heartbeat, await stream.ReadFrameAsync());
    }

    [Fact]
    public async Task The_bytes_of_a_heartbeat_are_a_colon_and_a_blank_line()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream");
        await connection.ReadHeadAsync();
        await connection.ReadChunkAsync();

        app.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(": \n\n", await connection.ReadChunkAsync());
    }

    [Fact]
    public async Task The_silence_counts_from_the_last_write()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();

        app.Time.Advance(TimeSpan.FromSeconds(14));
        feed.Send("2");
        await stream.NextAsync();
        app.Time.Advance(TimeSpan.FromSeconds(14));
        feed.Send("3");

        // Twenty-eight seconds, and never fifteen in silence: the next frame is the event.
        Assert.Equal("3", (await stream.ReadFrameAsync())!.Data);
        app.Time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(s_heartbeat, await stream.ReadFrameAsync());
    }

    [Fact]
    public async Task The_attribute_overrides_the_interval_and_zero_switches_it_off()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { HeartbeatSeconds = 0.5 });
        await using var off = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { HeartbeatSeconds = 0 });
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();
        await using var quiet = await off.OpenQuietAsync();

        app.Time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(s_heartbeat, await stream.ReadFrameAsync());

        off.Time.Advance(TimeSpan.FromHours(1));
        feed.End();
        Assert.Empty(await quiet.ReadToEndAsync());
    }

    [Fact]
    public async Task All_streams_beat_on_one_timer()
    {
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        var streams = new List<SseReader>();
        for (var i = 0; i < 50; i++)
        {
            streams.Add(await app.OpenQuietAsync());
            app.Time.Advance(TimeSpan.FromMilliseconds(10));
        }

        app.Time.Advance(TimeSpan.FromSeconds(15));

        foreach (var stream in streams)
        {
            Assert.Equal(s_heartbeat, await stream.ReadFrameAsync());
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_heartbeat_never_splits_an_event()
    {
        // An event of half a megabyte takes many flushes of the connection; heartbeats are due all the time.
        var large = new string('x', 512 * 1024);
        var feed = new Feed();
        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { HeartbeatSeconds = 0.001, SendTimeoutSeconds = 0 });
        await using var stream = await app.OpenQuietAsync();
        using var done = new CancellationTokenSource();
        var clock = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                app.Time.Advance(TimeSpan.FromMilliseconds(1));
            }
        }, TestContext.Current.CancellationToken);

        for (var i = 0; i < 20; i++)
        {
            feed.Send(large);
            Assert.Equal(large.Length, (await stream.NextAsync()).Data!.Length);
        }

        await done.CancelAsync();
        await clock;
    }
}
