using System.Text.Json;
using System.Threading.Channels;

namespace Demo;

public sealed record Item(int Id);
public interface IStore
{
    Task<Item> GetAsync(int id);
    Task<Item> GetAsync(int id, CancellationToken cancellationToken);
    ValueTask<bool> WaitAsync(CancellationToken cancellationToken = default);
    IAsyncEnumerable<Item> Items { get; }
    IAsyncEnumerable<Item> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default);
    Task ProduceAsync(Action<Item> onItem, CancellationToken cancellationToken = default);
    Task PublishAsync(Item item, CancellationToken cancellationToken = default);
}

public sealed class Feeds(IStore store)
{
    [EventStream("/6")]
    public async IAsyncEnumerable<Item> Property([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in store.Items) // SSE104
            yield return item;
    }

    [EventStream("/7")]
    public async IAsyncEnumerable<Item> LocalSource([EnumeratorCancellation] CancellationToken ct)
    {
        var items = store.ReadAsync();
        await foreach (var item in items) // SSE104
            yield return item;
    }

    [EventStream("/8")]
    public async IAsyncEnumerable<Item> LocalSourceWith([EnumeratorCancellation] CancellationToken ct)
    {
        var items = store.ReadAsync();
        await foreach (var item in items.WithCancellation(ct))
            yield return item;
    }

    [EventStream("/9")]
    public async IAsyncEnumerable<Item> Ternary(bool live, [EnumeratorCancellation] CancellationToken ct)
    {
        var items = live ? store.ReadAsync(ct) : Replay();
        await foreach (var item in items.ConfigureAwait(false))
            yield return item;

        static async IAsyncEnumerable<Item> Replay()
        {
            await Task.Yield();
            yield return new Item(1);
        }
    }

    [EventStream("/10")]
    public Task<IAsyncEnumerable<Item>> Setup(CancellationToken ct) => SetupAsync(ct);

    private async Task<IAsyncEnumerable<Item>> SetupAsync(CancellationToken ct)
    {
        await store.WaitAsync(); // SSE104
        return store.ReadAsync(ct);
    }

    [EventStream("/11")]
    public async Task<IAsyncEnumerable<Item>> SetupReturned(CancellationToken ct)
    {
        await store.WaitAsync(ct);
        return store.ReadAsync(); // SSE104
    }

    [EventStream("/11/decided")]
    public async Task<EventStreamResult<Item>> SetupDecided(CancellationToken ct)
    {
        await store.WaitAsync(ct);
        return EventStreamResult.Stream(store.ReadAsync()); // SSE104
    }

    [EventStream("/12")]
    public async IAsyncEnumerable<Item> Discarded([EnumeratorCancellation] CancellationToken ct)
    {
        _ = store.PublishAsync(new Item(1));
        await foreach (var item in store.ReadAsync(ct))
            yield return item;
    }

    [EventStream("/19")]
    public async IAsyncEnumerable<string> Serialized([EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = File.OpenRead("x");
        var item = await JsonSerializer.DeserializeAsync<Item>(stream); // SSE104
        var text = await File.ReadAllTextAsync("x"); // SSE104
        await foreach (var line in File.ReadLinesAsync("x")) // SSE104
            yield return line + item + text;
        await stream.ReadExactlyAsync(new byte[1]); // SSE104
    }

    [EventStream("/20")]
    public async IAsyncEnumerable<Item> Produced([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<Item>();
        var producing = store.ProduceAsync(item => channel.Writer.TryWrite(item), ct)
            .ContinueWith(static (t, writer) => ((ChannelWriter<Item>)writer!).TryComplete(t.Exception), channel.Writer, TaskScheduler.Default);
        await foreach (var item in channel.Reader.ReadAllAsync(ct))
            yield return item;
        await producing;
    }

    [EventStream("/21")]
    public async IAsyncEnumerable<Item> Lambda([EnumeratorCancellation] CancellationToken ct)
    {
        Func<int, Task<Item>> load = id => store.GetAsync(id); // SSE104
        Func<int, CancellationToken, Task<Item>> loadWith = (id, token) => store.GetAsync(id, token);
        yield return await load(1);
        yield return await loadWith(1, ct);
    }

    [EventStream("/22")]
    public async IAsyncEnumerable<Item> LambdaDefault([EnumeratorCancellation] CancellationToken ct)
    {
        Func<int, CancellationToken, Task<Item>> loadWith = store.GetAsync;
        yield return await loadWith(1, default); // SSE104
    }

    [EventStream("/23")]
    public async IAsyncEnumerable<Item> Conditional(IStore? other, [EnumeratorCancellation] CancellationToken ct)
    {
        if (other?.WaitAsync(ct) is { } waiting)
            await waiting;
        yield return other is null ? await store.GetAsync(1, ct) : await other.GetAsync(1); // SSE104
    }

    [EventStream("/24")]
    public async IAsyncEnumerable<Item> Overall([EnumeratorCancellation] CancellationToken ct)
    {
        CancellationToken token = default;
        if (ct.CanBeCanceled)
            token = ct;
        yield return await store.GetAsync(1, token);
    }

    [EventStream("/25")]
    public async IAsyncEnumerable<Item> Recursive([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in Walk(3, ct))
            yield return item;
    }

    private async IAsyncEnumerable<Item> Walk(int depth, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await store.GetAsync(depth, ct);
        if (depth > 0)
        {
            await foreach (var item in Walk(depth - 1, ct))
                yield return item;
        }
    }
}
