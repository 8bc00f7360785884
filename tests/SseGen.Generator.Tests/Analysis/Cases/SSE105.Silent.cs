namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default); bool HasMore { get; } }

public static class Iterators
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Condition(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> LaterWait(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = -1; }
            yield return value;
            await Task.Delay(1000, ct);
        }
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> FilterOnType(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception e) when (e is not OperationCanceledException) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> FilterOnToken(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) when (!ct.IsCancellationRequested) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Breaks(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (OperationCanceledException) { break; }
            yield return value;
        }
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> Narrow(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (HttpRequestException) { value = -1; } catch (IOException) { continue; }
            yield return value;
        }
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> EarlierClause(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
            catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> Attempts(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = attempt; }
            yield return value;
        }
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> Data(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var feed in feeds)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/10")]
    public static async Task Stream(EventStreamWriter<int> stream, IFeed feed, ILogger<IFeed> logger, CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync(ct))
        {
            try { await stream.WriteAsync(item, ct); } catch (Exception e) { logger.LogError(e, "skipped"); }
        }
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Timer(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct))
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> Checks(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception) { if (ct.IsCancellationRequested) break; value = -1; }
            yield return value;
        }
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Throws(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception) { ct.ThrowIfCancellationRequested(); value = -1; }
            yield return value;
        }
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> AsksTheException(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception e)
            {
                if (e is OperationCanceledException) throw;
                value = -1;
            }

            yield return value;
        }
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> Around(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = 0;
        try
        {
            while (true) last = await feed.LatestAsync(ct);
        }
        catch (OperationCanceledException)
        {
        }

        yield return last;
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<int> BackOff(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception) { await Task.Delay(1000, ct); continue; }
            yield return value;
        }
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> FilterCounts(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var failures = 0;
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) when (failures++ < 3) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/18")]
    public static async IAsyncEnumerable<int> NothingObservedInTry(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = await feed.LatestAsync(ct);
            try { value = int.Parse(value.ToString()); } catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> DataCondition(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (feed.HasMore)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (Exception) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> TimeoutOnly(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
            timeout.CancelAfter(5000);
            var value = 0;
            try { value = await feed.LatestAsync(timeout.Token); }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested) { value = -1; }
            yield return value;
        }
    }

    [EventStream("/21")]
    public static async IAsyncEnumerable<int> SwitchOnException(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (Exception e)
            {
                switch (e)
                {
                    case OperationCanceledException: yield break;
                    case IOException: value = -1; break;
                    default: value = -2; break;
                }
            }

            yield return value;
        }
    }

    [EventStream("/22")]
    public static async IAsyncEnumerable<int> Aggregate(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); } catch (AggregateException) { value = -1; } catch (TimeoutException) { value = -2; }
            yield return value;
        }
    }

    [EventStream("/23")]
    public static async IAsyncEnumerable<int> OwnTimeout(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = 0;
            try { value = await feed.LatestAsync(ct); }
            catch (OperationCanceledException e) when (e.CancellationToken != ct) { value = -1; }
            yield return value;
        }
    }
}
