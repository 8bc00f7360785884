namespace Demo;

public sealed record Item(int Id);
public sealed record Request(string Id) { public CancellationToken Aborted { get; set; } }
public sealed class Scope(CancellationToken token) : IDisposable { public CancellationToken Token => token; public void Dispose() { } }
public interface IStore
{
    Task<Item> GetAsync(int id);
    Task<Item> GetAsync(int id, CancellationToken cancellationToken);
    Task<Item[]> AllAsync(Request request);
    Task<Item[]> AllAsync(Request request, CancellationToken cancellationToken);
    ValueTask<bool> WaitAsync(CancellationToken cancellationToken = default);
    Task BareAsync();
    Task PublishAsync(Item item, CancellationToken cancellationToken = default);
}

public abstract class EndpointBase
{
    protected static async Task PauseAsync(CancellationToken cancellationToken) => await Task.Delay(100, cancellationToken);
    protected static async Task PauseDeafAsync() => await Task.Delay(100);
    protected static bool ShouldStop(EventStreamContext context) => context.CancellationToken.IsCancellationRequested;
}

public sealed class Derived(IStore store, ILogger<Derived> logger) : EndpointBase
{
    [EventStream("/1")]
    public async IAsyncEnumerable<int> InBase([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            await PauseAsync(ct);
            yield return 1;
        }
    }

    [EventStream("/2")]
    public async IAsyncEnumerable<int> InBaseDeaf([EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            await PauseDeafAsync();
            yield return 1;
        }
    }

    [EventStream("/3")]
    public async IAsyncEnumerable<int> AskedOfContext(EventStreamContext context)
    {
        while (true)
        {
            if (ShouldStop(context))
                yield break;
            await store.BareAsync();
            yield return 1;
        }
    }

    [EventStream("/4")]
    public async IAsyncEnumerable<Item> WithRequest([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new Request("x");
        request.Aborted = ct;
        foreach (var item in await store.AllAsync(request))
            yield return item;
    }

    [EventStream("/5")]
    public async IAsyncEnumerable<Item> WithScope([EnumeratorCancellation] CancellationToken ct)
    {
        using var scope = new Scope(ct);
        while (true)
        {
            await store.WaitAsync(scope.Token);
            yield return await store.GetAsync(1, scope.Token);
        }
    }

    [EventStream("/13")]
    public async IAsyncEnumerable<Item> Reset([EnumeratorCancellation] CancellationToken ct)
    {
        CancellationTokenSource? attempt = null;
        while (true)
        {
            attempt?.Dispose();
            attempt = CancellationTokenSource.CreateLinkedTokenSource(ct);
            attempt.CancelAfter(1000);
            Item? item = null;
            try
            {
                item = await store.GetAsync(1, attempt.Token);
            }
            catch (OperationCanceledException) when (attempt.IsCancellationRequested && !ct.IsCancellationRequested)
            {
                logger.LogDebug("Slow");
            }

            if (item is not null)
                yield return item;
        }
    }

    [EventStream("/14")]
    public async IAsyncEnumerable<Item> TimeoutCaught([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(ct);
            attempt.CancelAfter(1000);
            Item? item = null;
            try
            {
                item = await store.GetAsync(1, attempt.Token);
            }
            catch (OperationCanceledException) // SSE105
            {
                logger.LogDebug("Slow");
            }

            if (item is not null)
                yield return item;
        }
    }

    [EventStream("/15")]
    public async IAsyncEnumerable<Item> CaughtInHelper([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var item = await TryGetAsync(ct);
            if (item is not null)
                yield return item;
        }
    }

    private async Task<Item?> TryGetAsync(CancellationToken ct)
    {
        try
        {
            return await store.GetAsync(1, ct);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    [EventStream("/16")]
    public async IAsyncEnumerable<string> Switch(string kind, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            switch (kind)
            {
                case "a":
                    await store.WaitAsync(ct);
                    break;
                default:
                    await Task.Delay(10, ct);
                    break;
            }

            yield return kind;
        }
    }

    [EventStream("/17")]
    public async IAsyncEnumerable<string> SwitchHalf(string kind, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) // SSE103
        {
            switch (kind)
            {
                case "a":
                    await store.WaitAsync(ct);
                    break;
                default:
                    await store.BareAsync();
                    break;
            }

            yield return kind;
        }
    }

    [EventStream("/18")]
    public async IAsyncEnumerable<Item> Nested([EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            while (true) // SSE103
            {
                await store.BareAsync();
                yield return new Item(1);
            }
        }
    }

    [EventStream("/26")]
    public async IAsyncEnumerable<int> Marked(CancellationToken ct) // SSE102
    {
        while (true)
        {
            await Task.Delay(100, ct);
            yield return 1;
        }
    }

    [EventStream("/27")]
    public async IAsyncEnumerable<int> TwoTokens(EventStreamContext context, CancellationToken ct) // SSE102
    {
        while (!context.Stopping.IsCancellationRequested)
        {
            await Task.Delay(100, ct);
            yield return 1;
        }
    }

    [EventStream("/28")]
    public async IAsyncEnumerable<int> Using([EnumeratorCancellation] CancellationToken ct)
    {
        var gate = new SemaphoreSlim(1);
        await gate.WaitAsync(TimeSpan.FromSeconds(1)); // SSE104
        try
        {
            yield return 1;
        }
        finally
        {
            gate.Release();
            await store.BareAsync();
            await store.PublishAsync(new Item(1));
        }
    }

    [EventStream("/29")]
    public async IAsyncEnumerable<int> FinallyHelper([EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await store.WaitAsync(ct);
            yield return 1;
        }
        finally
        {
            await CleanUpAsync();
        }
    }

    private async Task CleanUpAsync() => await store.PublishAsync(new Item(1));
}
