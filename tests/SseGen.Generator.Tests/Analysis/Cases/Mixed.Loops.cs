using Microsoft.AspNetCore.Mvc;

namespace Demo;

public interface ISource
{
    Task<int> NextAsync(string id, CancellationToken cancellationToken = default);
    Task<int> BareAsync();
    event Action<int> Came;
    bool IsRunning { get; }
}

public sealed class Handlers(ISource source, ILogger<Handlers> logger)
{
    private bool _running = true;
    private volatile bool _stopped;

    [EventStream("/3")]
    public async IAsyncEnumerable<int> Handler3([FromServices] Queue<int> queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            while (queue.TryDequeue(out var x)) yield return x;
            await Task.Delay(50, ct);
        }
    }

    [EventStream("/6")]
    public async IAsyncEnumerable<int> Handler6([EnumeratorCancellation] CancellationToken ct)
    {
        var done = false;
        void OnCame(int x) => done = x == 0;
        source.Came += OnCame;
        try
        {
            while (!done)
            {
                yield return await source.BareAsync();
            }
        }
        finally { source.Came -= OnCame; }
    }

    [EventStream("/7")]
    public async IAsyncEnumerable<int> Handler7([EnumeratorCancellation] CancellationToken ct)
    {
        var done = false;
        while (!done) // SSE103
        {
            yield return await source.BareAsync();
        }
    }

    [EventStream("/8")]
    public async IAsyncEnumerable<int> Handler8([EnumeratorCancellation] CancellationToken ct)
    {
        while (_running) // SSE103
        {
            yield return await source.BareAsync();
        }
    }

    [EventStream("/9")]
    public async IAsyncEnumerable<int> Handler9([EnumeratorCancellation] CancellationToken ct)
    {
        while (source.IsRunning)
        {
            yield return await source.BareAsync();
        }
    }

    [EventStream("/10")]
    public async IAsyncEnumerable<int> Handler10([EnumeratorCancellation] CancellationToken ct)
    {
        while (!_stopped)
        {
            yield return await source.BareAsync();
        }
    }

    public void Stop() => _stopped = true;

    [EventStream("/11")]
    public async IAsyncEnumerable<int> Handler11([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { break; }
            catch (Exception e) { logger.LogError(e, "x"); }
            yield return x;
        }
    }

    [EventStream("/12")]
    public async IAsyncEnumerable<int> Handler12([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (OperationCanceledException e) when (e.CancellationToken != ct) { }
            yield return x;
        }
    }

    [EventStream("/13")]
    public async IAsyncEnumerable<int> Handler13([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (Exception) { await Task.Delay(1000, ct); }
            yield return x;
        }
    }

    [EventStream("/14")]
    public async IAsyncEnumerable<int> Handler14([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (Exception) { await Task.Delay(1000); } // SSE104, SSE105
            yield return x;
        }
    }

    [EventStream("/15")]
    public async IAsyncEnumerable<int> Handler15([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            try { await source.NextAsync("a", ct); }
            catch (Exception e) when (Log(e)) { }
            yield return 1;
        }
    }

    private bool Log(Exception e) { logger.LogError(e, "x"); return true; }

    [EventStream("/24")]
    public async IAsyncEnumerable<int> Handler24()
    {
        for (var i = 0; i < 10; i++) yield return i;
        await Task.CompletedTask;
    }

    [EventStream("/27")]
    public async IAsyncEnumerable<int> Handler27([EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct))
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (Exception e) { logger.LogError(e, "x"); }
            yield return x;
        }
    }

    [EventStream("/28")]
    public async IAsyncEnumerable<int> Handler28([EnumeratorCancellation] CancellationToken ct)
    {
        do
        {
            var x = 0;
            try { x = await source.NextAsync("a", ct); }
            catch (OperationCanceledException) { }
            yield return x;
        }
        while (!ct.IsCancellationRequested);
    }

    [EventStream("/29")]
    public async IAsyncEnumerable<int> Handler29([EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await source.NextAsync("a", ct);
            }
        }
        catch (OperationCanceledException) { }

        yield return 1;
    }

    [EventStream("/30")]
    public async IAsyncEnumerable<int> Handler30([EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            var x = await Task.Run(async () => await source.BareAsync());
            yield return x;
        }
    }

    [EventStream("/31")]
    public async IAsyncEnumerable<int> Handler31([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = await source.BareAsync();
            if (ct.IsCancellationRequested) break;
            yield return x;
        }
    }

    [EventStream("/32")]
    public async IAsyncEnumerable<int> Handler32([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var x = await source.BareAsync().WaitAsync(ct);
            yield return x;
        }
    }

    [EventStream("/33")]
    public async IAsyncEnumerable<int> Handler33([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            Check();
            yield return await source.BareAsync();
        }

        void Check()
        {
            if (ct.IsCancellationRequested) throw new OperationCanceledException(ct);
        }
    }

    [EventStream("/34")]
    public async IAsyncEnumerable<int> Handler34([EnumeratorCancellation] CancellationToken ct)
    {
        while (Goes(ct))
        {
            yield return await source.BareAsync();
        }
    }

    private static bool Goes(CancellationToken token) => !token.IsCancellationRequested;
}
