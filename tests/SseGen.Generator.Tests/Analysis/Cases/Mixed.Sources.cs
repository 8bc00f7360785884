using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Demo;

public interface ISource
{
    Task<int> NextAsync(string id, CancellationToken cancellationToken = default);
    Task<int> BareAsync();
    IAsyncEnumerable<int> FollowAsync(string id, CancellationToken cancellationToken = default);
    event Action<int> Came;
    bool IsRunning { get; }
}

public sealed class Opts { public int N { get; set; } }

public sealed class Handlers(ISource source, ILogger<Handlers> logger, IOptionsMonitor<Opts> monitor)
{
    private bool _running = true;
    private volatile bool _stopped;

    [EventStream("/1")]
    public async IAsyncEnumerable<int> Handler1([EnumeratorCancellation] CancellationToken ct)
    {
        var list = new List<Task<int>>();
        list.Add(source.NextAsync("a")); // SSE104
        list.Add(source.NextAsync("b", ct));
        foreach (var x in await Task.WhenAll(list)) yield return x;
    }

    [EventStream("/2")]
    public async IAsyncEnumerable<int> Handler2([EnumeratorCancellation] CancellationToken ct)
    {
        await using var e = source.FollowAsync("a").GetAsyncEnumerator(); // SSE104
        while (await e.MoveNextAsync()) yield return e.Current;
    }

    [EventStream("/3")]
    public async IAsyncEnumerable<int> Handler3(Queue<int> queue, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            while (queue.TryDequeue(out var x)) yield return x;
            await Task.Delay(50, ct);
        }
    }

    [EventStream("/4")]
    public async IAsyncEnumerable<int> Handler4([EnumeratorCancellation] CancellationToken ct)
    {
        yield return await LoadAsync("a"); // SSE104
        yield return await LoadAsync("a", ct);
        yield return await Local(); // SSE104
        async Task<int> Local(CancellationToken token = default) => await source.NextAsync("x", token);
    }

    private async Task<int> LoadAsync(string id, CancellationToken ct = default) => await source.NextAsync(id, ct);

    [EventStream("/5")]
    public async IAsyncEnumerable<int> Handler5(Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        using var registration = ct.Register(() => channel.Writer.TryComplete());
        await foreach (var x in channel.Reader.ReadAllAsync()) yield return x;
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

    [EventStream("/16")]
    public async IAsyncEnumerable<int> Handler16([EnumeratorCancellation] CancellationToken ct)
    {
        using var _ = monitor.OnChange(o => logger.LogInformation("{N}", o.N));
        monitor.OnChange(o => logger.LogInformation("{N}", o.N)); // SSE108
        ChangeToken.OnChange(() => new CancellationChangeToken(CancellationToken.None), () => logger.LogInformation("x")); // SSE108
        yield return await source.NextAsync("a", ct);
    }

    [EventStream("/17")]
    public async IAsyncEnumerable<int> Handler17([EnumeratorCancellation] CancellationToken ct)
    {
        new Thread(() => { while (true) { } }).Start(); // SSE108
        ThreadPool.QueueUserWorkItem(_ => { while (true) { } }); // SSE108
        var timer = new Timer(_ => { }, null, 0, 1000);
        await using var reg = ct.Register(() => timer.Dispose());
        yield return await source.NextAsync("a", ct);
    }

    [EventStream("/18")]
    public async IAsyncEnumerable<int> Handler18() // SSE101
    {
        while (true)
        {
            await Task.Delay(1000);
            yield return 1;
        }
    }

    [EventStream("/19")]
    public async IAsyncEnumerable<int> Handler19(HttpContext http)
    {
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await Task.Delay(1000, http.RequestAborted);
            yield return 1;
        }
    }

    [EventStream("/20")]
    public async IAsyncEnumerable<string> Handler20(HttpContext http) // SSE101
    {
        while (true)
        {
            await Task.Delay(1000);
            yield return http.TraceIdentifier;
        }
    }

    [EventStream("/21")]
    public IAsyncEnumerable<int> Handler21() => Loop(); // SSE101

    private static async IAsyncEnumerable<int> Loop()
    {
        while (true)
        {
            await Task.Delay(1000);
            yield return 1;
        }
    }

    [EventStream("/22")]
    public IAsyncEnumerable<int> Handler22(EventTopic<int> t) => t.Subscribe();

    [EventStream("/23")]
    public ChannelReader<int> Handler23()
    {
        var c = Channel.CreateUnbounded<int>();
        _ = Task.Run(async () => // SSE108
        {
            while (true)
            {
                await Task.Delay(100);
                c.Writer.TryWrite(1);
            }
        });
        return c.Reader;
    }

    [EventStream("/24")]
    public async IAsyncEnumerable<int> Handler24()
    {
        for (var i = 0; i < 10; i++) yield return i;
        await Task.CompletedTask;
    }

    [EventStream("/25")]
    public async IAsyncEnumerable<int> Handler25([EnumeratorCancellation] CancellationToken ct)
    {
        var cts = new CancellationTokenSource();
        ct.Register(cts.Cancel);
        while (true)
        {
            await Task.Delay(1000, cts.Token);
            yield return 1;
        }
    }

    [EventStream("/26")]
    public async IAsyncEnumerable<int> Handler26([EnumeratorCancellation] CancellationToken ct)
    {
        var cts = new CancellationTokenSource();
        for (; ; )
        {
            await Task.Delay(1000, cts.Token); // SSE104
            yield return 1;
        }
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

    [EventStream("/35")]
    public async IAsyncEnumerable<int> Handler35([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var x in source.FollowAsync("a", ct).Where(x => x > 0).Select(x => x * 2)) yield return x;
        await foreach (var x in source.FollowAsync("a").Where(x => x > 0).Select(x => x * 2)) yield return x; // SSE104
        await foreach (var x in source.FollowAsync("a").Where(x => x > 0).WithCancellation(ct)) yield return x;
    }

    [EventStream("/36")]
    public async IAsyncEnumerable<int> Handler36([EnumeratorCancellation] CancellationToken ct)
    {
        var t = Task.Run(async () => await source.BareAsync()).Result; // SSE106
        source.BareAsync().ConfigureAwait(false).GetAwaiter().GetResult(); // SSE106
        Task.Delay(100).Wait(); // SSE106
        using var s = new SemaphoreSlim(1);
        s.Wait(); // SSE106
        s.Wait(0);
        var k = new ValueTask<int>(1).Result;
        await source.BareAsync().ContinueWith(p => p.Result, ct);
        yield return t + k;
    }
}
