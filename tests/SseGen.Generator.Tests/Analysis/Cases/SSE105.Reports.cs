using System.Threading.Channels;

namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default); }

public static class Iterators
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> All(IFeed feed, ILogger<IFeed> logger, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try
            {
                value = await feed.LatestAsync(ct);
            }
            catch (Exception exception) // SSE105
            {
                logger.LogWarning(exception, "failed");
            }

            yield return value;
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> General(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; )
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch // SSE105
            {
            }

            yield return value;
        }
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Canceled(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (OperationCanceledException) // SSE105
            {
                continue;
            }

            yield return value;
        }
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> TaskCanceled([EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            try { await Task.Delay(1000, ct); }
            catch (TaskCanceledException) { } // SSE105
            yield return 1;
        }
        while (true);
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> FilterLetsItIn(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception e) when (e is IOException or OperationCanceledException) // SSE105
            {
                value = -1;
            }

            yield return value;
        }
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> FilterTheWrongWayRound(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) // SSE105
            {
                value = -1;
            }

            yield return value;
        }
    }

    [EventStream("/7")]
    public static async Task Pushing(EventStreamWriter<int> stream, IFeed feed, ILogger<IFeed> logger, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await foreach (var item in feed.ReadAllAsync(ct))
                    await stream.WriteAsync(item, ct);
            }
            catch (Exception e) // SSE105
            {
                logger.LogError(e, "lost");
            }
        }
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> Goto(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        int value;
    retry:
        try { value = await feed.LatestAsync(ct); }
        catch (Exception) // SSE105
        {
            goto retry;
        }

        yield return value;
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> SecondClause(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (IOException) { yield break; }
            catch (SystemException) // SSE105
            {
            }

            yield return value;
        }
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> OnlyTimeouts(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
            timeout.CancelAfter(TimeSpan.FromSeconds(5));
            var value = 0;
            try { value = await feed.LatestAsync(timeout.Token); }
            catch (OperationCanceledException) // SSE105
            {
            }

            yield return value;
        }
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Rethrown(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try
            {
                try { value = await feed.LatestAsync(ct); }
                catch (OperationCanceledException) { throw; }
            }
            catch (Exception) // SSE105
            {
            }

            yield return value;
        }
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> Wrapped(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception e) // SSE105
            {
                if (e is InvalidOperationException) throw;
                value = -1;
            }

            yield return value;
        }
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Nested(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var feed in feeds)
            {
                var value = 0;
                try { value = await feed.LatestAsync(ct); }
                catch (Exception) { value = -1; } // SSE105
                yield return value;
            }
        }
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Finally(IFeed feed, SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try
            {
                value = await feed.LatestAsync(ct);
            }
            catch (Exception) // SSE105
            {
                value = -1;
            }
            finally
            {
                gate.Release();
            }

            yield return value;
        }
    }
}

public sealed class Helpers(IFeed feed)
{
    [EventStream("/20")]
    public IAsyncEnumerable<int> Forwarded(CancellationToken ct) => Loop(ct);

    private async IAsyncEnumerable<int> Loop([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await LoadAsync(ct); }
            catch (Exception) { } // SSE105
            yield return value;
        }
    }

    private Task<int> LoadAsync(CancellationToken ct) => feed.LatestAsync(ct);

    [EventStream("/21")]
    public ChannelReader<int> Producer(CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(1);
        _ = Task.Run(async () =>
        {
            while (true)
            {
                try { await channel.Writer.WriteAsync(await feed.LatestAsync(ct), ct); }
                catch (Exception) { } // SSE105
            }
        }, ct);
        return channel.Reader;
    }

    [EventStream("/22")]
    public async IAsyncEnumerable<int> Local([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in Numbers()) yield return item;

        async IAsyncEnumerable<int> Numbers()
        {
            while (true)
            {
                var value = 0;
                try { value = await feed.LatestAsync(ct); ct.ThrowIfCancellationRequested(); }
                catch (OperationCanceledException e) when (e.CancellationToken == ct) { value = 1; } // SSE105
                yield return value;
            }
        }
    }
}
