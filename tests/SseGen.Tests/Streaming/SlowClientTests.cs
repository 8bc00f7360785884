using Microsoft.Extensions.Logging;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>A client that reads slowly or not at all, and one that goes.</summary>
public sealed class SlowClientTests
{
    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_when_the_send_timeout_is_over()
    {
        var feed = new Feed();
        Backpressure.Fill(feed);
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        await using var connection = await RawConnection.OpenAsync(app.Server.Http1Address, receiveBuffer: 4096);
        await connection.GetAsync("/stream");
        await feed.Started;

        await app.TurnUntilAsync(feed.Finished, TimeSpan.FromSeconds(1));

        Assert.Equal("SlowClient", await app.EndReasonAsync());
        Assert.True(feed.Token.IsCancellationRequested);
        await app.NoStreamIsOpenAsync();
        Assert.Empty(app.Problems);
    }

    [Fact]
    public async Task A_client_that_reads_in_time_is_not_cut_off()
    {
        var feed = new Feed();
        for (var i = 0; i < 600; i++)
        {
            feed.Send(Backpressure.Text);
        }

        await using var app = await StreamApp.StartAsync(feed.ReadAsync, new("/stream") { HeartbeatSeconds = 0 });
        await using var stream = await app.OpenAsync();
        for (var i = 0; i < 600; i++)
        {
            Assert.Equal(Backpressure.Text.Length, (await stream.NextAsync()).Data!.Length);
            app.Time.Advance(TimeSpan.FromSeconds(0.1)); // 60 s in all, against a timeout of 30
        }

        feed.End();
        Assert.Null(await stream.ReadFrameAsync());
        Assert.Equal("Completed", await app.EndReasonAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_client_that_does_not_read_stops_the_source(string version)
    {
        var yielded = 0;
        await using var app = await StreamApp.StartAsync(Endless, new("/stream") { SendTimeoutSeconds = 0 });
        await using var stream = await app.OpenAsync(version);

        // It runs ahead of the client by what sockets and pipes take in, and then stands still.
        var last = -1;
        await Bounded.Until(() => last == (last = Volatile.Read(ref yielded)) && last > 1);
        var ahead = last;
        Assert.InRange(ahead * (long)Backpressure.Text.Length, 1, 32 << 20);

        for (var i = 0; i < ahead + 10; i++)
        {
            await stream.NextAsync();
        }

        Assert.InRange(Volatile.Read(ref yielded), ahead + 10, int.MaxValue);

        async IAsyncEnumerable<Item> Endless(EventStreamContext context)
        {
            while (!context.CancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref yielded);
                yield return Backpressure.Text;
            }

            await Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_client_that_goes_fires_the_token_and_runs_the_finally(string version)
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.ReadAsync);
        var stream = await app.OpenAsync(version);
        await stream.NextAsync();

        await stream.DisposeAsync();

        await feed.Token.Cancelled();
        await feed.Finished;
        Assert.Equal("ClientClosed", await app.EndReasonAsync());
        await app.NoStreamIsOpenAsync();
        Assert.Equal(1, feed.FinallyRuns);
        Assert.DoesNotContain(app.Server.Logs.Entries, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_handler_that_does_not_come_back_when_its_client_has_gone_is_named()
    {
        var feed = new Feed();
        feed.Send("x");
        await using var app = await StreamApp.StartAsync(feed.IgnoreTokenAsync);
        var stream = await app.OpenAsync();
        await stream.NextAsync();
        await stream.DisposeAsync();
        await feed.Token.Cancelled();

        var warning = app.Server.Logs.FirstAsync(entry => entry.EventId.Name == "HandlerIgnoresCancellation");
        await app.TurnUntilAsync(warning, TimeSpan.FromSeconds(1));
        Assert.Contains("Tests.Handler", (await warning).Message, StringComparison.Ordinal);

        // Its request stays its own until it comes back, for it may use what belongs to it.
        Assert.Equal(1, app.OpenStreams);
        feed.End();
        await feed.Finished;
        await app.NoStreamIsOpenAsync();
    }

    [Fact]
    public async Task What_a_handler_throws_because_its_token_fired_is_no_error()
    {
        await using var app = await StreamApp.StartAsync(Throwing);
        var stream = await app.OpenAsync();
        await stream.NextAsync();

        await stream.DisposeAsync();

        await app.NoStreamIsOpenAsync();
        Assert.Equal("ClientClosed", await app.EndReasonAsync());
        Assert.Empty(app.Problems);

        static async IAsyncEnumerable<Item> Throwing(EventStreamContext context)
        {
            yield return "x";
            await context.CancellationToken.Cancelled();
            throw new InvalidOperationException("The connection to the database was cancelled.");
        }
    }
}
