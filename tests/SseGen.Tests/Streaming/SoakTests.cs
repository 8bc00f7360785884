using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SseGen.Streaming;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>What takes minutes: <c>tests/run.sh --soak</c>.</summary>
[Collection(nameof(Alone))]
[Trait("Category", "Soak")]
public sealed class SoakTests
{
    private const int Connections = 2_000;
    private const string Fault = "injected";

    private static readonly TimeSpan s_duration = TimeSpan.FromMinutes(3);

    /// <summary>Memory is looked at when everything that grows once has grown.</summary>
    private static readonly TimeSpan s_warmUp = s_duration / 3;

    [Fact]
    public async Task Connections_that_come_and_go_at_random_leave_nothing_behind()
    {
        using var errors = new UnexpectedErrors(IsInjected);
        await using var server = await StartAsync(o => o.HeartbeatInterval = TimeSpan.FromSeconds(1), errors);
        using var done = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Connections).Select(seed => ClientAsync(server, new Random(seed), done.Token)).ToList();

        await Task.Delay(s_warmUp, TestContext.Current.CancellationToken);
        var early = LiveBytes();
        await Task.Delay(s_duration - s_warmUp, TestContext.Current.CancellationToken);
        var late = LiveBytes();
        await done.CancelAsync();
        await Task.WhenAll(clients);

        var streams = server.Services.GetRequiredService<EventStreamServer>().OpenStreams;
        await Bounded.Until(() => streams.Count == 0);
        Assert.Empty(errors.Entries);
        Assert.True(errors.Injected > Connections, $"Only {errors.Injected} faults were injected.");
        Assert.True(late <= early * 1.25, $"{early} bytes were live at first, {late} at last, after {errors.Injected} faults.");
    }

    [Fact]
    public async Task A_thousand_streams_end_within_two_seconds_of_the_hosts_stop()
    {
        using var errors = new UnexpectedErrors(_ => false);
        await using var server = await StartAsync(_ => { }, errors);
        var connections = new List<RawConnection>();
        for (var i = 0; i < 1000; i++)
        {
            var connection = await server.ConnectAsync();
            connections.Add(connection);
            await connection.GetAsync("/calm");
            await connection.ReadHeadAsync();
        }

        var watch = Stopwatch.StartNew();
        await server.StopAsync();
        watch.Stop();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        foreach (var connection in connections)
        {
            var chunks = await connection.ReadChunksAsync();
            Assert.StartsWith("event: shutdown\nretry: ", chunks[^1], StringComparison.Ordinal);
            await connection.DisposeAsync();
        }

        Assert.Empty(errors.Entries);
    }

    /// <summary>Before the first event a fault is the request's, and Kestrel logs it; later it is the stream's.</summary>
    private static bool IsInjected(Exception? exception) => exception is InvalidOperationException
    {
        Message: Fault or "The id of an event must not contain a line break (at index 1).",
    };

    private static Task<LiveServer> StartAsync(Action<EventStreamOptions> options, UnexpectedErrors errors) => LiveServer.StartAsync(
        builder =>
        {
            builder.Services.AddEventStreams(options);
            builder.Logging.ClearProviders().AddProvider(errors).SetMinimumLevel(LogLevel.Error);
        },
        app =>
        {
            StreamApp.Map(app, new EventStreamAttribute("/random"), RandomAsync);
            StreamApp.Map(app, new EventStreamAttribute("/calm"), CalmAsync);
        });

    /// <summary>A handler that is fast, slow, wordy or faulty, as it comes.</summary>
    private static async IAsyncEnumerable<Item> RandomAsync(EventStreamContext context)
    {
        var random = new Random();
        while (true)
        {
            switch (random.Next(12))
            {
                case 0:
                    throw new InvalidOperationException(Fault);
                case 1:
                    yield break;
                case 2:
                    yield return new string('x', random.Next(100_000));
                    break;
                case 3:
                    yield return new Item("bad", Id: "a\nb");
                    break;
                case < 8:
                    yield return "ready";
                    break;
                default:
                    await Task.Delay(random.Next(2_000), context.CancellationToken);
                    yield return new Item("waited for", Id: random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private static async IAsyncEnumerable<Item> CalmAsync(EventStreamContext context)
    {
        yield return "hello";
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
    }

    /// <summary>A client that reads for a while, or does not read at all, and goes politely or not.</summary>
    private static async Task ClientAsync(LiveServer server, Random random, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await using var connection = await server.ConnectAsync();
            await connection.GetAsync("/random");
            try
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(done);
                patience.CancelAfter(random.Next(5_000));
                if (random.Next(4) == 0)
                {
                    await Task.Delay(random.Next(5_000), done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                else
                {
                    await connection.SkipToEndAsync().WaitAsync(patience.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // It has had enough.
            }
            catch (IOException)
            {
                // The server has cut it off because it did not read.
            }

            if (random.Next(2) == 0)
            {
                connection.Reset();
            }
        }
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
