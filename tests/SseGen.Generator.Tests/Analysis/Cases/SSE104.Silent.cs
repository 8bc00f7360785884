using System.Text.Json;
using System.Threading.Channels;
using Grpc.Core;
using Npgsql;
using Polly;

namespace Demo;

public interface IFeed
{
    Task<int> LatestAsync(CancellationToken cancellationToken = default);
    Task<int> LatestAsync(FeedOptions options, CancellationToken cancellationToken = default);
    Task<int> PlainAsync();
    IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default);
    IAsyncEnumerable<int> Items { get; }
    Task SendAsync(string text, CancellationToken cancellationToken = default);
    Task CloseAsync(CancellationToken cancellationToken = default);
    int Peek(CancellationToken cancellationToken = default);
    ISession Open(CancellationToken cancellationToken);
    AsyncServerStreamingCall<string> Watch(string name, CallOptions options);
}

public interface ISession : IAsyncDisposable { Task<int> NextAsync(CancellationToken cancellationToken = default); }
public sealed class FeedOptions { public CancellationToken Token { get; set; } public int Count { get; init; } }

public static class Iterators
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Passed(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            yield return await feed.LatestAsync(ct);
            await Task.Delay(1000, ct);
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> NoForm(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.PlainAsync();
        await Task.Yield();
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> CleanUp(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            yield return await feed.LatestAsync(ct);
        }
        finally
        {
            await feed.SendAsync("bye");
            await feed.CloseAsync(CancellationToken.None);
        }
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> CleanUpFunction(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            yield return await feed.LatestAsync(ct);
        }
        finally
        {
            await CloseAsync();
        }

        async Task CloseAsync() => await feed.CloseAsync();
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Guarded(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync().WaitAsync(ct);
        yield return await feed.LatestAsync().WaitAsync(TimeSpan.FromSeconds(5), ct).ConfigureAwait(false);
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> Linked(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(1000);
        yield return await feed.LatestAsync(timeout.Token);
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> Stopping(IFeed feed, EventStreamContext context, IHostApplicationLifetime lifetime)
    {
        yield return await feed.LatestAsync(context.Stopping);
        yield return await feed.LatestAsync(lifetime.ApplicationStopping);
        yield return await feed.LatestAsync(context.HttpContext.RequestAborted);
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> Enumerated(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync(ct)) yield return item;
        await foreach (var item in feed.ReadAllAsync().WithCancellation(ct)) yield return item;
        await foreach (var item in feed.Items.WithCancellation(ct).ConfigureAwait(false)) yield return item;
        await foreach (var item in feed.ReadAllAsync(ct).Where(item => item > 1)) yield return item;
        var stream = feed.ReadAllAsync(ct);
        await foreach (var item in stream) yield return item;
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> InMemory(int[] values, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var value in values.ToAsyncEnumerable()) yield return value;
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Options(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = new FeedOptions { Count = 3, Token = ct };
        yield return await feed.LatestAsync(options);
        var later = new FeedOptions();
        later.Token = ct;
        yield return await feed.LatestAsync(later);
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Object(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var session = feed.Open(ct);
        while (true) yield return await session.NextAsync();
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> Retry(IFeed feed, ResiliencePipeline retry, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await retry.ExecuteAsync(async token => await feed.LatestAsync(token), ct);
        yield return await Task.Run(() => feed.LatestAsync(ct));
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Race(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var latest = feed.LatestAsync();
        await Task.WhenAny(latest, Task.Delay(Timeout.Infinite, ct));
        yield return latest.IsCompleted ? await latest : 0;
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Synchronous(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return feed.Peek();
        await Task.CompletedTask;
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> Farewell(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            yield return await feed.LatestAsync(ct);
        await feed.SendAsync("bye");
    }

    [EventStream("/16")]
    public static async Task Said(EventStreamWriter<string> stream, IFeed feed, EventStreamContext context)
    {
        await stream.WriteAsync("hello", context.CancellationToken);
        if (context.Stopping.IsCancellationRequested)
        {
            await stream.WriteAsync("restarting");
            return;
        }

        try
        {
            await feed.LatestAsync(context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            await feed.SendAsync("gone");
        }
        catch (Exception)
        {
            await feed.CloseAsync();
            throw;
        }
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> Registered(IFeed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var registration = ct.Register(() => feed.CloseAsync());
        using var second = ct.Register(async () => await feed.SendAsync("bye"));
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/18")]
    public static async IAsyncEnumerable<string> Grpc(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var call = feed.Watch("x", new CallOptions(cancellationToken: ct));
        while (await call.ResponseStream.MoveNext(ct)) yield return call.ResponseStream.Current;
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> Aliased(IFeed feed, EventStreamContext context)
    {
        var (token, count) = (context.CancellationToken, 3);
        for (var i = 0; i < count; i++) yield return await feed.LatestAsync(token);
        CancellationToken chosen = count > 2 ? token : default;
        yield return await feed.LatestAsync(chosen);
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> CancelledByCallback(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var own = new CancellationTokenSource();
        using var registration = ct.Register(() => own.Cancel());
        yield return await feed.LatestAsync(own.Token);
        using var other = new CancellationTokenSource();
        using var second = ct.Register(other.Cancel);
        yield return await feed.LatestAsync(other.Token);
    }

    [EventStream("/21")]
    public static IAsyncEnumerable<int> WithoutTokenInHelper(IFeed feed, CancellationToken ct) => Helper(feed.ReadAllAsync(ct));

    private static async IAsyncEnumerable<int> Helper(IAsyncEnumerable<int> source)
    {
        await foreach (var item in source) yield return item;
    }

    [EventStream("/22")]
    public static IAsyncEnumerable<int> Throttled(IFeed feed, CancellationToken ct) => Throttle(feed.ReadAllAsync(ct), ct);

    private static async IAsyncEnumerable<int> Throttle(IAsyncEnumerable<int> source, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in source)
        {
            yield return item;
            await Task.Delay(10, ct);
        }
    }

    [EventStream("/23")]
    public static async IAsyncEnumerable<int> Discarded(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        _ = feed.SendAsync("opened");
        yield return await feed.LatestAsync(ct);
    }

    [EventStream("/24")]
    public static async IAsyncEnumerable<int> Iterator(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in Bounded()) yield return item;

        async IAsyncEnumerable<int> Bounded()
        {
            for (var i = 0; i < 3; i++) yield return await feed.LatestAsync(ct);
        }
    }

    [EventStream("/25")]
    public static async IAsyncEnumerable<int> Completed(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var registration = ct.Register(() => feed.CloseAsync());
        var channel = Channel.CreateUnbounded<int>();
        using var second = ct.Register(() => channel.Writer.TryComplete());
        await foreach (var item in channel.Reader.ReadAllAsync()) yield return item;
    }
}

public sealed class Fields(IFeed feed, EventStreamContext context)
{
    private readonly CancellationToken _token = context.CancellationToken;

    [EventStream("/30")]
    public async IAsyncEnumerable<int> Field()
    {
        yield return await feed.LatestAsync(_token);
        yield return await OwnAsync();
    }

    private async Task<int> OwnAsync() => await feed.LatestAsync(context.CancellationToken);

    public async Task<int> NotReachedAsync() => await feed.LatestAsync();
}
