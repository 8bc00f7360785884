namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); ValueTask<int> NextAsync(CancellationToken cancellationToken); }
public sealed record Outcome(int Result, bool Wait) { public void Sleep(int milliseconds) { } }

public static class Handlers
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Awaits(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync(ct);
        await Task.Delay(1000, ct);
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> AfterWhenAll(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var a = feed.LatestAsync(ct);
        var b = feed.LatestAsync(ct);
        await Task.WhenAll(a, b);
        yield return a.Result + b.Result;
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> AfterWhenAllOfList(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        var tasks = feeds.Select(feed => feed.LatestAsync(ct)).ToList();
        await Task.WhenAll(tasks);
        foreach (var task in tasks) yield return task.Result;
        foreach (var value in tasks.Select(task => task.Result)) yield return value;
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Winner(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var read = feed.LatestAsync(ct);
        var winner = await Task.WhenAny(read, feed.LatestAsync(ct));
        yield return winner.Result;
        if (await Task.WhenAny(read, Task.Delay(100, ct)) == read) yield return read.Result;
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Completed(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.NextAsync(ct);
        yield return pending.IsCompletedSuccessfully ? pending.Result : await pending;
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> CompletedIf(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.LatestAsync(ct);
        if (!pending.IsCompleted) await pending;
        yield return pending.GetAwaiter().GetResult();
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> Offloaded(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await Task.Run(() => { Thread.Sleep(100); return feed.LatestAsync(ct).Result; }, ct);
        yield return await Task.Run(() => Blocking(feed, ct), ct);
        var later = Task.Run(() => { Thread.Sleep(100); return 1; }, ct);
        yield return await later;
    }

    private static int Blocking(IFeed feed, CancellationToken ct) => feed.LatestAsync(ct).Result;

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> FromResult([EnumeratorCancellation] CancellationToken ct)
    {
        yield return Task.FromResult(1).Result;
        var known = Task.FromResult(2);
        yield return known.Result;
        await Task.Delay(1, ct);
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> OtherResult(Outcome outcome, [EnumeratorCancellation] CancellationToken ct)
    {
        outcome.Sleep(1);
        yield return outcome.Result;
        await Task.Delay(1, ct);
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Poll(SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        if (gate.Wait(0)) gate.Release();
        if (gate.Wait(TimeSpan.Zero)) gate.Release();
        yield return 1;
        await Task.Delay(1, ct);
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Continuation(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync(ct).ContinueWith(task => task.Result + 1, ct);
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> WhenEach(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var task in Task.WhenEach(feeds.Select(feed => feed.LatestAsync(ct))).WithCancellation(ct)) yield return task.Result;
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Pattern(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.LatestAsync(ct);
        if (pending is { IsCompletedSuccessfully: true }) yield return pending.Result;
        else yield return await pending;
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> AwaitedBefore(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.LatestAsync(ct);
        await pending.ConfigureAwait(false);
        yield return pending.Result;
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> OwnThread(TaskCompletionSource<int> done, [EnumeratorCancellation] CancellationToken ct)
    {
        var thread = new Thread(() => { while (!ct.IsCancellationRequested) Thread.Sleep(100); done.TrySetResult(1); });
        thread.Start();
        yield return await done.Task.WaitAsync(ct);
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<int> LongRunning([EnumeratorCancellation] CancellationToken ct)
    {
        var work = Task.Factory.StartNew(() => { Thread.Sleep(100); return 1; }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        yield return await work;
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> LocalOffloaded(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await Task.Run(Read, ct);
        yield return await Task.Run(() => Read(), ct);

        int Read() { Thread.Sleep(10); return feed.LatestAsync(ct).Result; }
    }

    [EventStream("/18")]
    public static async IAsyncEnumerable<int> Status(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.LatestAsync(ct);
        while (pending.Status != TaskStatus.RanToCompletion) await Task.Delay(10, ct);
        yield return pending.Result;
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> WaitAsync(SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try { yield return 1; } finally { gate.Release(); }
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> Yielding([EnumeratorCancellation] CancellationToken ct)
    {
        Thread.Yield();
        Thread.SpinWait(10);
        yield return Environment.CurrentManagedThreadId;
        await Task.Delay(1, ct);
    }

    public static int NotAHandler(IFeed feed) => feed.LatestAsync().Result;
}
