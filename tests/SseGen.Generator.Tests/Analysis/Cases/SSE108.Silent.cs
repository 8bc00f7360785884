using System.Threading.Channels;
using Rx;
using StackExchange.Redis;

namespace Demo;

public sealed class Feed
{
    public event EventHandler<int>? Changed;
    public int Latest => 1;
    public IDisposable Subscribe(Action<int> handler) { Changed?.Invoke(this, 1); return null!; }
    public IDisposable Subscribe(Action<int> handler, CancellationToken token) => null!;
    public Task RunAsync(ChannelWriter<int> writer, CancellationToken token) => Task.CompletedTask;
}

public sealed class Parser { public event Action<string>? Found; public void Feed(string text) => Found?.Invoke(text); }

public static class Handlers
{
    [EventStream("/1")]
    public static ChannelReader<int> Producer(Feed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = Task.Run(() => { while (channel.Writer.TryWrite(feed.Latest)) { } }, ct);
        return channel.Reader;
    }

    [EventStream("/2")]
    public static ChannelReader<int> Captured(Feed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = Task.Run(async () => { while (!ct.IsCancellationRequested) await channel.Writer.WriteAsync(feed.Latest, ct); });
        return channel.Reader;
    }

    [EventStream("/3")]
    public static ChannelReader<int> Discarded(Feed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = feed.RunAsync(channel.Writer, ct);
        return channel.Reader;
    }

    [EventStream("/4")]
    public static ChannelReader<int> LocalFunction(Feed feed, EventStreamContext context)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = ProduceAsync();
        return channel.Reader;

        async Task ProduceAsync()
        {
            while (!context.CancellationToken.IsCancellationRequested) await channel.Writer.WriteAsync(feed.Latest, context.CancellationToken);
        }
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Awaited(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var producer = Task.Run(() => channel.Writer.TryWrite(feed.Latest), ct);
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        await producer;
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> Timer(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new Timer(_ => channel.Writer.TryWrite(feed.Latest), null, 0, 1000);
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> TimerFinally(Feed feed, Channel<int> channel, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var timer = time.CreateTimer(_ => channel.Writer.TryWrite(feed.Latest), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            await timer.DisposeAsync();
        }
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> TimersUsing(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        using (var timer = new System.Timers.Timer(1000))
        {
            timer.Elapsed += (_, _) => channel.Writer.TryWrite(feed.Latest);
            timer.Start();
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> Event(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        EventHandler<int> handler = (_, value) => channel.Writer.TryWrite(value);
        feed.Changed += handler;
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            feed.Changed -= handler;
        }
    }

    [EventStream("/10")]
    public static ChannelReader<int> EventRegistered(Feed feed, CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<int>();
        feed.Changed += OnChanged;
        ct.Register(() => feed.Changed -= OnChanged);
        return channel.Reader;

        void OnChanged(object? sender, int value) => channel.Writer.TryWrite(value);
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Subscription(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        using var subscription = feed.Subscribe(value => channel.Writer.TryWrite(value));
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<int> SubscriptionWithToken(Feed feed, IObservable<int> source, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        feed.Subscribe(value => channel.Writer.TryWrite(value), ct);
        source.Subscribe(value => channel.Writer.TryWrite(value), ct);
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/13")]
    public static ChannelReader<int> SubscriptionRegistered(IObservable<int> source, CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<int>();
        var subscription = source.Subscribe(value => channel.Writer.TryWrite(value));
        ct.Register(subscription.Dispose);
        return channel.Reader;
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<string> Redis(ISubscriber redis, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<string>();
        await redis.SubscribeAsync(RedisChannel.Literal("x"), (_, value) => channel.Writer.TryWrite((string?)value ?? "")).WaitAsync(ct);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            await redis.UnsubscribeAsync(RedisChannel.Literal("x"));
        }
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<string> Files([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<string>();
        using var watcher = new FileSystemWatcher("/var/log") { EnableRaisingEvents = true };
        watcher.Changed += (_, e) => channel.Writer.TryWrite(e.FullPath);
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<string> OwnObject(StreamReader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        var found = new Queue<string>();
        var parser = new Parser();
        parser.Found += found.Enqueue;
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            parser.Feed(line);
            while (found.TryDequeue(out var text)) yield return text;
        }
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> StoppedByFlag(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var stop = false;
        _ = Task.Run(() => { while (!stop) channel.Writer.TryWrite(feed.Latest); });
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            stop = true;
        }
    }

    [EventStream("/18")]
    public static async IAsyncEnumerable<int> StoppedBySource(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        using var own = new CancellationTokenSource();
        var thread = new Thread(() => { while (!own.IsCancellationRequested) channel.Writer.TryWrite(feed.Latest); });
        thread.Start();
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            own.Cancel();
        }
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> HandedOver(Feed feed, Channel<int> channel, EventStreamContext context)
    {
        var subscription = feed.Subscribe(value => channel.Writer.TryWrite(value));
        context.HttpContext.Response.RegisterForDispose(subscription);
        await foreach (var item in channel.Reader.ReadAllAsync(context.CancellationToken)) yield return item;
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> Stored(Feed feed, Channel<int> channel, List<IDisposable> owned, [EnumeratorCancellation] CancellationToken ct)
    {
        owned.Add(feed.Subscribe(value => channel.Writer.TryWrite(value)));
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/21")]
    public static async IAsyncEnumerable<int> Periodic(Feed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct)) yield return feed.Latest;
    }

    [EventStream("/22")]
    public static async IAsyncEnumerable<string> RedisQueue(ISubscriber redis, [EnumeratorCancellation] CancellationToken ct)
    {
        var queue = await redis.SubscribeAsync(RedisChannel.Literal("x")).WaitAsync(ct);
        try
        {
            while (true) yield return (string?)(await queue.ReadAsync(ct)).Message ?? "";
        }
        finally
        {
            await queue.UnsubscribeAsync();
        }
    }

    [EventStream("/23")]
    public static async IAsyncEnumerable<int> Registered(Feed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        ct.Register(() => Console.WriteLine("gone"));
        yield return feed.Latest;
        await Task.Delay(1, ct);
    }
}

public sealed class Instance(Feed feed) : IDisposable
{
    private Timer? _timer;

    [EventStream("/30")]
    public async IAsyncEnumerable<int> Field(Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        _timer = new Timer(_ => channel.Writer.TryWrite(feed.Latest), null, 0, 1000);
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    public void Dispose() => _timer?.Dispose();
}
