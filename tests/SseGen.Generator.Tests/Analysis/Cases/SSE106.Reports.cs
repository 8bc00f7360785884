using System.Threading.Channels;

namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); ValueTask<int> NextAsync(CancellationToken cancellationToken); Task StopAsync(); }
public sealed class Watched { public event EventHandler<int>? Changed; public void Raise() => Changed?.Invoke(this, 1); }

public static class Handlers
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Sleep(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            yield return await feed.LatestAsync(ct);
            Thread.Sleep(1000); // SSE106
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> Result(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return feed.LatestAsync(ct).Result; // SSE106
        await Task.Delay(1, ct);
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Wait(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        Task.Delay(100, ct).Wait(); // SSE106
        Task.Delay(100, ct).Wait(ct); // SSE106
        Task.Delay(100, ct).Wait(TimeSpan.FromSeconds(1)); // SSE106
        yield return await feed.LatestAsync(ct);
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> GetResult(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return feed.LatestAsync(ct).GetAwaiter().GetResult(); // SSE106
        yield return feed.LatestAsync(ct).ConfigureAwait(false).GetAwaiter().GetResult(); // SSE106
        yield return feed.NextAsync(ct).GetAwaiter().GetResult(); // SSE106
        await Task.Delay(1, ct);
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> WaitAll(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var a = feed.LatestAsync(ct);
        var b = feed.LatestAsync(ct);
        Task.WaitAll(a, b); // SSE106
        yield return await a;
        await Task.Delay(1, ct);
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> Local(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return Load();
        await Task.Delay(1, ct);

        int Load() => feed.LatestAsync(ct).Result; // SSE106
    }

    [EventStream("/7")]
    public static IAsyncEnumerable<int> Helper(IFeed feed, CancellationToken ct) => Numbers(feed, ct);

    private static async IAsyncEnumerable<int> Numbers(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return Read(feed, ct);
        await Task.Delay(1, ct);
    }

    private static int Read(IFeed feed, CancellationToken ct)
    {
        Thread.Sleep(TimeSpan.FromSeconds(1)); // SSE106
        return feed.LatestAsync(ct).Result; // SSE106
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> Lambda(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var value in feeds.Select(feed => feed.LatestAsync(ct).Result)) // SSE106
            yield return value;
        await Task.Delay(1, ct);
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> Gate(SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        gate.Wait(ct); // SSE106
        try
        {
            yield return 1;
            await Task.Delay(1, ct);
        }
        finally
        {
            gate.Release();
        }
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Finally(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            yield return await feed.LatestAsync(ct);
        }
        finally
        {
            feed.StopAsync().Wait(); // SSE106
        }
    }

    [EventStream("/11")]
    public static Task<IAsyncEnumerable<int>> Setup(IFeed feed, CancellationToken ct)
    {
        var first = feed.LatestAsync(ct).GetAwaiter().GetResult(); // SSE106
        return Task.FromResult(AsyncEnumerable.Repeat(first, 3));
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> Stored(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var pending = feed.LatestAsync(ct);
        yield return pending.Result; // SSE106
        await pending;
    }

    [EventStream("/13")]
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed, CancellationToken ct)
    {
        for (var i = 0; i < 10; i++)
        {
            stream.WriteAsync(i, ct).AsTask().Wait(); // SSE106
            await Task.Delay(1, ct);
        }
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Awaited(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        Task.Run(() => feed.LatestAsync(ct), ct).Wait(); // SSE106
        yield return await feed.LatestAsync(ct);
        Task.WaitAny(feed.LatestAsync(ct), Task.Delay(10, ct)); // SSE106
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> EventHandler(Watched watched, [EnumeratorCancellation] CancellationToken ct)
    {
        var values = Channel.CreateBounded<int>(8);
        watched.Changed += OnChanged;
        try
        {
            await foreach (var value in values.Reader.ReadAllAsync(ct))
                yield return value;
        }
        finally
        {
            watched.Changed -= OnChanged;
        }

        void OnChanged(object? sender, int value) => values.Writer.WriteAsync(value, ct).AsTask().GetAwaiter().GetResult(); // SSE106
    }
}
