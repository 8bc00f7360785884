using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Demo;

public interface IQueue { Task<int> NextAsync(); Task<int> NextAsync(CancellationToken cancellationToken); bool TryNext(out int item); bool IsOpen { get; } }
public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default); }
public sealed record Options(TimeSpan Interval, CancellationToken Token);

public static class Loops
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Delay(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            yield return 1;
            await Task.Delay(1000, ct);
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> Condition(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Throws(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; )
        {
            ct.ThrowIfCancellationRequested();
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Breaks(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            if (ct.IsCancellationRequested) break;
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Timer(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
            yield return 1;
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> DataBounds(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (queue.IsOpen)
        {
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> LocalChanges(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var left = 10;
        while (left > 0)
        {
            if (queue.TryNext(out var item)) { yield return item; left--; }
            await Task.Yield();
        }
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> AssignedInLoop(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        int item;
        do
        {
            if (!queue.TryNext(out item)) await Task.Yield();
            yield return item;
        }
        while (item >= 0);
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> DrainThenWait(Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            while (channel.Reader.TryRead(out var item))
                yield return item;
            if (!await channel.Reader.WaitToReadAsync(ct))
                yield break;
        }
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> ForDrainThenWait(Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; )
        {
            while (channel.Reader.TryRead(out var item))
                yield return item;
            await channel.Reader.WaitToReadAsync(ct);
        }
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Reconnecting(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            await foreach (var item in feed.ReadAllAsync(ct))
                yield return item;
        }
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> Sensors(IFeed[] sensors, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var sensor in sensors)
                yield return await sensor.LatestAsync(ct);
        }
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Registered(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var gone = new TaskCompletionSource();
        using var registration = ct.Register(() => gone.TrySetCanceled());
        while (true)
        {
            var signal = new TaskCompletionSource<int>();
            await Task.WhenAny(signal.Task, gone.Task);
            if (queue.TryNext(out var item)) yield return item;
        }
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Linked(IQueue queue, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken ct)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        var token = linked.Token;
        while (true)
            yield return await queue.NextAsync(token);
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> Stopping(IQueue queue, EventStreamContext context)
    {
        while (!context.Stopping.IsCancellationRequested)
        {
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<int> Wrapped(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
            yield return await queue.NextAsync().WaitAsync(ct);
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> Object(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = new Options(TimeSpan.FromSeconds(1), ct);
        while (true)
        {
            if (queue.TryNext(out var item)) yield return item;
            await WaitAsync(options);
        }
    }

    private static Task WaitAsync(Options options) => Task.Delay(options.Interval, options.Token);

    [EventStream("/18")]
    public static async IAsyncEnumerable<int> Flag(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var stop = false;
        using var registration = ct.Register(() => stop = true);
        while (!stop)
        {
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> LocalFunctionChecks(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Check();
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }

        void Check()
        {
            if (ct.IsCancellationRequested) throw new OperationCanceledException(ct);
        }
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> Lambda(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        Func<Task<int>> next = () => queue.NextAsync(ct);
        while (true)
            yield return await next();
    }

    [EventStream("/21")]
    public static async IAsyncEnumerable<int> Goto(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
    again:
        yield return await queue.NextAsync(ct);
        goto again;
    }

    [EventStream("/22")]
    public static async IAsyncEnumerable<int> Retrying(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var attempts = 0;
    retry:
        attempts++;
        if (!queue.TryNext(out var item) && attempts < 10)
        {
            await Task.Yield();
            goto retry;
        }

        yield return item;
    }

    [EventStream("/23")]
    public static async IAsyncEnumerable<int> Pending(IQueue queue, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = queue.NextAsync(ct);
        while (true)
        {
            var item = await pending;
            pending = queue.NextAsync(ct);
            yield return item;
        }
    }

    [EventStream("/24")]
    public static async IAsyncEnumerable<int> Enumerator(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var items = feed.ReadAllAsync(ct).GetAsyncEnumerator(ct);
        while (true)
        {
            if (!await items.MoveNextAsync()) break;
            yield return items.Current;
        }
    }

    [EventStream("/25")]
    public static async IAsyncEnumerable<int> Finally(IQueue queue, SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            await gate.WaitAsync(ct);
            try
            {
                if (queue.TryNext(out var item)) yield return item;
            }
            finally
            {
                gate.Release();
            }
        }
    }

    [EventStream("/26")]
    public static async IAsyncEnumerable<int> Switch(IQueue queue, IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            switch (await feed.LatestAsync(ct))
            {
                case 0: continue;
                case 1: yield return 1; break;
                default: yield break;
            }
        }
    }
}
