using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Demo;

public interface ISource
{
    Task<int> NextAsync(string id, CancellationToken cancellationToken = default);
    Task<int> BareAsync();
    IAsyncEnumerable<int> FollowAsync(string id, CancellationToken cancellationToken = default);
}

public sealed class Opts { public int N { get; set; } }

public sealed class Handlers(ISource source, ILogger<Handlers> logger, IOptionsMonitor<Opts> monitor)
{
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
