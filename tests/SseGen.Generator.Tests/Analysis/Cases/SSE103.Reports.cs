using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Demo;

public interface IQueue { Task<int> NextAsync(); bool TryNext(out int item); int Read(); bool IsOpen { get; } }
public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); }

public static class Loops
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> NoTokenToGive(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            yield return await queue.NextAsync();
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> For(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; ) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Counted(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var i = 0; ; i++) // SSE103
        {
            await queue.NextAsync();
            yield return i;
        }
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Do(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        do // SSE103
        {
            yield return await queue.NextAsync();
        }
        while (true);
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Spinning(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            if (queue.TryNext(out var item))
                yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> BreakOnData(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            var item = await queue.NextAsync();
            if (item < 0) break;
            yield return item;
        }
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> OneWayRound(IQueue queue, IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            if (queue.TryNext(out var item))
            {
                yield return item;
                continue;
            }

            await Task.Delay(100, ct);
        }
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> NothingChanges(IQueue queue, bool follow, [EnumeratorCancellation] CancellationToken ct)
    {
        while (follow) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> UnchangedLocal(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var running = true;
        while (running) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Goto(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
    next:
        yield return await queue.NextAsync();
        goto next; // SSE103
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> LooksAndGoesOn(IQueue queue, ILogger<IQueue> logger, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            if (ct.IsCancellationRequested)
                logger.LogInformation("cancelled");
            yield return await queue.NextAsync();
        }
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> ObservedOnceBefore(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await Task.Delay(10, ct);
        while (true) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> InnerLoopOnly(IQueue queue, IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            while (queue.TryNext(out var item))
            {
                await Task.Delay(item, ct);
                yield return item;
            }

            await Task.Yield();
        }
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Blocking(BlockingCollection<int> queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            yield return queue.Take();
            await Task.Yield();
        }
    }

    [EventStream("/15")]
    public static async Task Pushing(EventStreamWriter<int> stream, TaskCompletionSource<int> signal, CancellationToken ct)
    {
        while (true) // SSE103
        {
            var value = await signal.Task;
            if (value > 0)
                await stream.WriteAsync(value, ct);
        }
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<int> NoneNeverFires(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!CancellationToken.None.IsCancellationRequested) // SSE103
            yield return await queue.NextAsync();
    }
}

public sealed class Helpers(IQueue queue)
{
    private readonly bool _active = true;

    [EventStream("/20")]
    public IAsyncEnumerable<int> Forwarded(CancellationToken ct) => Loop();

    private async IAsyncEnumerable<int> Loop()
    {
        while (true) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/21")]
    public async IAsyncEnumerable<int> Field([EnumeratorCancellation] CancellationToken ct)
    {
        while (_active) // SSE103
            yield return await queue.NextAsync();
    }

    [EventStream("/22")]
    public async IAsyncEnumerable<int> HelperIgnoresToken([EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
            yield return await NextAsync(ct);
    }

    private Task<int> NextAsync(CancellationToken ct) => queue.NextAsync();

    [EventStream("/23")]
    public IAsyncEnumerable<int> LocalFunction(CancellationToken ct)
    {
        return Numbers();

        async IAsyncEnumerable<int> Numbers()
        {
            while (true) // SSE103
                yield return await queue.NextAsync();
        }
    }

    [EventStream("/24")]
    public ChannelReader<int> Producer(CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(16);
        _ = Task.Run(async () =>
        {
            while (true) // SSE103
                channel.Writer.TryWrite(await queue.NextAsync());
        }, ct);
        return channel.Reader;
    }

    [EventStream("/25")]
    public async IAsyncEnumerable<int> LinkedTooEarly([EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct);
            linked.CancelAfter(1000);
            yield return await queue.NextAsync();
        }
    }
}
