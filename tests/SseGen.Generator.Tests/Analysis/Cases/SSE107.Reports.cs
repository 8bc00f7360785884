using System.Threading.Channels;

namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default); }

public static class Handlers
{
    [EventStream("/1", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> Forever(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            yield return await feed.LatestAsync(ct);
            await Task.Delay(1000, ct);
        }
    }

    [EventStream("/2", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> UntilCancelled(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            yield return await feed.LatestAsync(ct);
    }

    [EventStream("/3", EventType = "tick", Shutdown = EventStreamShutdown.Drain, Name = "ticks")] // SSE107
    public static async IAsyncEnumerable<int> Timer(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct))
            yield return await feed.LatestAsync(ct);
    }

    [EventStream("/4", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static IAsyncEnumerable<int> Forwarded(IFeed feed, CancellationToken ct) => Loop(feed, ct);

    private static async IAsyncEnumerable<int> Loop(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; )
            yield return await feed.LatestAsync(ct);
    }

    [EventStream("/5", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> OverEndless(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in Loop(feed, ct))
            yield return item * 2;
    }

    [EventStream("/6", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed, CancellationToken ct)
    {
        while (true)
            await stream.WriteAsync(await feed.LatestAsync(ct), ct);
    }

    [EventStream("/7", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static IAsyncEnumerable<int> Local(IFeed feed, EventStreamContext context)
    {
        return Numbers();

        async IAsyncEnumerable<int> Numbers()
        {
            while (!context.CancellationToken.IsCancellationRequested)
                yield return await feed.LatestAsync(context.CancellationToken);
        }
    }

    [EventStream("/8", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> Breaks(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            if (ct.IsCancellationRequested) yield break;
            yield return await feed.LatestAsync(ct);
        }
    }

    [EventStream("/9", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> CatchesTheEnd(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            int value;
            try { value = await feed.LatestAsync(ct); } catch (OperationCanceledException) { break; }
            yield return value;
        }
    }

    [EventStream("/10", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static Task PushForwarded(EventStreamWriter<int> stream, IFeed feed, CancellationToken ct) => PumpAsync(stream, feed, ct);

    private static async Task PumpAsync(EventStreamWriter<int> stream, IFeed feed, CancellationToken ct)
    {
        do
        {
            await stream.WriteAsync(await feed.LatestAsync(ct), ct);
        }
        while (true);
    }

    [EventStream("/11", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async Task<IAsyncEnumerable<int>> Opened(IFeed feed, CancellationToken ct)
    {
        await feed.LatestAsync(ct);
        return Loop(feed, ct);
    }

    [EventStream("/12", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static ChannelReader<int> Producer(IFeed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = Task.Run(async () =>
        {
            while (true)
                await channel.Writer.WriteAsync(await feed.LatestAsync(ct), ct);
        }, ct);
        return channel.Reader;
    }

    [EventStream("/13", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> Goto(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
    again:
        yield return await feed.LatestAsync(ct);
        goto again;
    }
}
