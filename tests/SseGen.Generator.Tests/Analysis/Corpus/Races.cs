using System.Threading.Channels;

namespace Acme.Races;

public sealed record Fix(double Latitude, double Longitude);
public sealed record Answer(int Result);
public interface ITracker
{
    IAsyncEnumerable<Fix> FollowAsync(string id, CancellationToken cancellationToken = default);
    Task<Fix> NextAsync(string id);
    Task<Fix> NextAsync(string id, CancellationToken cancellationToken);
    Task<Fix?> LastAsync(string id, CancellationToken cancellationToken = default);
    Task<Answer> AskAsync(string id, CancellationToken cancellationToken = default);
    Task SaveAsync(Fix fix, CancellationToken cancellationToken = default);
    Task RunAsync(ChannelWriter<Fix> writer, CancellationToken cancellationToken = default);
}

public sealed class TrackerEndpoints(ITracker tracker, ILogger<TrackerEndpoints> logger)
{
    [EventStream("/fixes/{id}/enumerated")]
    public async IAsyncEnumerable<Fix> Enumerated(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var fixes = tracker.FollowAsync(id, ct).GetAsyncEnumerator(ct);
        while (await fixes.MoveNextAsync())
            yield return fixes.Current;
    }

    [EventStream("/fixes/{id}/enumerated/lost")]
    public async IAsyncEnumerable<Fix> EnumeratedLost(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        await foreach (var fix in tracker.FollowAsync(id).WithCancellation(CancellationToken.None)) // SSE104
            yield return fix;
    }

    [EventStream("/fixes/{id}/merged")]
    public async IAsyncEnumerable<Fix> Merged(string id, string other, [EnumeratorCancellation] CancellationToken ct)
    {
        var merged = Channel.CreateBounded<Fix>(16);
        var pumps = new List<Task>();
        foreach (var one in new[] { id, other })
            pumps.Add(PumpAsync(one));
        var completion = Task.WhenAll(pumps).ContinueWith(all => merged.Writer.TryComplete(all.Exception), TaskScheduler.Default);
        await foreach (var fix in merged.Reader.ReadAllAsync(ct))
            yield return fix;
        await completion;

        async Task PumpAsync(string one)
        {
            await foreach (var fix in tracker.FollowAsync(one, ct))
                await merged.Writer.WriteAsync(fix, ct);
        }
    }

    [EventStream("/fixes/{id}/several")]
    public async IAsyncEnumerable<Fix> Several(string id, string other, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var both = new List<Task<Fix>> { tracker.NextAsync(id, ct), tracker.NextAsync(other, ct) };
            while (both.Count > 0)
            {
                var next = await Task.WhenAny(both);
                both.Remove(next);
                yield return next.Result;
            }
        }
    }

    [EventStream("/fixes/{id}/several/lost")]
    public async IAsyncEnumerable<Fix> SeveralLost(string id, string other, [EnumeratorCancellation] CancellationToken ct)
    {
        var first = tracker.NextAsync(id); // SSE104
        var second = tracker.NextAsync(other, ct);
        foreach (var fix in await Task.WhenAll(first, second))
            yield return fix;
    }

    [EventStream("/fixes/{id}/timeout")]
    public async IAsyncEnumerable<Fix> TimedOut(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var next = tracker.NextAsync(id, ct);
            var timeout = Task.Delay(TimeSpan.FromSeconds(30), ct);
            if (await Task.WhenAny(next, timeout) == timeout)
                break;
            yield return await next;
        }
    }

    [EventStream("/fixes/{id}/result")]
    public async IAsyncEnumerable<int> NotATask(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        var answer = await tracker.AskAsync(id, ct);
        yield return answer.Result;
        var pending = tracker.AskAsync(id, ct);
        await Task.WhenAny(pending, Task.Delay(1000, ct));
        yield return pending.IsCompletedSuccessfully ? pending.Result.Result : 0;
    }

    [EventStream("/fixes/{id}/blocked")]
    public async IAsyncEnumerable<int> Blocked(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        var answers = new[] { id }.Select(one => tracker.AskAsync(one, ct).Result.Result).ToList(); // SSE106
        Task.WaitAll([tracker.AskAsync(id, ct)], ct); // SSE106
        tracker.NextAsync(id, ct).Wait(ct); // SSE106
        yield return answers.Count;
    }

    [EventStream("/fixes/{id}/offloaded")]
    public async IAsyncEnumerable<int> Offloaded(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        var count = await Task.Run(() =>
        {
            Thread.Sleep(10);
            return id.Length;
        });
        yield return count;
        await Task.Run(() => Crunch(count)).ConfigureAwait(false);
    }

    private static void Crunch(int count) => Thread.Sleep(count);

    [EventStream("/fixes/{id}/retried")]
    public async IAsyncEnumerable<Fix> Retried(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Fix? fix = null;
            for (var attempt = 0; attempt < 3 && fix is null; attempt++)
            {
                try
                {
                    fix = await tracker.NextAsync(id, ct);
                }
                catch (IOException) when (attempt < 2)
                {
                    await Task.Delay(100 << attempt, ct);
                }
            }

            if (fix is null)
                yield break;
            yield return fix;
        }
    }

    [EventStream("/fixes/{id}/continued")]
    public async IAsyncEnumerable<Fix> ContinueOnError(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Fix fix;
            try
            {
                fix = await tracker.NextAsync(id, ct);
            }
            catch // SSE105
            {
                continue;
            }

            yield return fix;
        }
    }

    [EventStream("/fixes/{id}/rethrown")]
    public async IAsyncEnumerable<Fix> Rethrown(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Fix? fix = null;
            try
            {
                fix = await tracker.NextAsync(id, ct);
            }
            catch (Exception exception)
            {
                if (ct.IsCancellationRequested)
                    throw;
                logger.LogWarning(exception, "No fix");
            }

            if (fix is not null)
                yield return fix;
        }
    }

    [EventStream("/fixes/{id}/order")]
    public async IAsyncEnumerable<Fix> InOrder(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Fix? fix = null;
            try
            {
                fix = await tracker.NextAsync(id, ct);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "No fix");
            }

            if (fix is not null)
                yield return fix;
        }
    }

    [EventStream("/fixes/{id}/derived")]
    public async IAsyncEnumerable<Fix> Derived(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Fix? fix = null;
            try
            {
                await Task.Delay(1000, ct);
                fix = await tracker.LastAsync(id, CancellationToken.None); // SSE104
            }
            catch (TaskCanceledException) // SSE105
            {
                logger.LogDebug("Nothing yet");
            }

            if (fix is not null)
                yield return fix;
        }
    }

    [EventStream("/fixes/{id}/saved")]
    public async IAsyncEnumerable<Fix> Saved(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        Fix? last = null;
        try
        {
            await foreach (var fix in tracker.FollowAsync(id, ct))
                yield return last = fix;
        }
        finally
        {
            if (last is not null)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await tracker.SaveAsync(last, patience.Token);
            }
        }
    }

    [EventStream("/fixes/{id}/farewell")]
    public async IAsyncEnumerable<Fix> Farewell(string id, EventStreamContext context)
    {
        while (!context.Stopping.IsCancellationRequested)
        {
            if (await tracker.LastAsync(id, context.CancellationToken) is { } fix)
                yield return fix;
            await Task.Delay(1000, context.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await tracker.SaveAsync(new Fix(0, 0));
    }

    [EventStream("/fixes/{id}/produced")]
    public ChannelReader<Fix> Produced(string id, CancellationToken ct)
    {
        var fixes = Channel.CreateUnbounded<Fix>();
        _ = tracker.RunAsync(fixes.Writer, ct);
        return fixes.Reader;
    }

    [EventStream("/fixes/{id}/produced/lost")]
    public ChannelReader<Fix> ProducedLost(string id, CancellationToken ct)
    {
        var fixes = Channel.CreateUnbounded<Fix>();
        _ = tracker.RunAsync(fixes.Writer); // SSE108
        return fixes.Reader;
    }
}
