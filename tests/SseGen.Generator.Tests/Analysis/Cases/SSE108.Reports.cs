using System.Threading.Channels;
using Mqtt;
using Rx;
using StackExchange.Redis;

namespace Demo;

public sealed class Feed
{
    public event EventHandler<int>? Changed;
    public event Action<int>? Ticked;
    public int Latest => 1;
    public IDisposable Subscribe(Action<int> handler) { Changed?.Invoke(this, 1); Ticked?.Invoke(1); return null!; }
    public void SubscribeId(string id, ChannelWriter<int> writer) { }
    public void UnsubscribeId(string id) { }
}

public static class Handlers
{
    [EventStream("/1")]
    public static ChannelReader<int> TaskRun(Feed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = Task.Run(() => // SSE108
        {
            for (var i = 0; i < 100; i++) channel.Writer.TryWrite(feed.Latest);
        });
        return channel.Reader;
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> Statement(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
#pragma warning disable CS4014
        Task.Run(() => channel.Writer.TryWrite(feed.Latest)); // SSE108
        Task.Factory.StartNew(() => channel.Writer.TryWrite(feed.Latest)); // SSE108
#pragma warning restore CS4014
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Thread(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var thread = new Thread(() => { while (channel.Writer.TryWrite(feed.Latest)) { } }) { IsBackground = true }; // SSE108
        thread.Start();
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Timer(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var timer = new Timer(_ => channel.Writer.TryWrite(feed.Latest), null, 0, 1000); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        timer.Dispose();
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Timers(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var timer = new System.Timers.Timer(1000); // SSE108
        timer.Elapsed += (_, _) => channel.Writer.TryWrite(feed.Latest);
        timer.Start();
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> TimeProviders(Feed feed, Channel<int> channel, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var timer = time.CreateTimer(_ => channel.Writer.TryWrite(feed.Latest), null, TimeSpan.Zero, TimeSpan.FromSeconds(1)); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        GC.KeepAlive(timer);
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> Event(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        feed.Changed += (_, value) => channel.Writer.TryWrite(value); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> EventAfterwards(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        feed.Ticked += OnTick; // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        feed.Ticked -= OnTick;

        void OnTick(int value) => channel.Writer.TryWrite(value);
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> OtherLambda(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        feed.Changed += (_, value) => channel.Writer.TryWrite(value); // SSE108
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            feed.Changed -= (_, value) => channel.Writer.TryWrite(value);
        }
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Subscription(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        feed.Subscribe(value => channel.Writer.TryWrite(value)); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Observable(IObservable<int> source, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        var subscription = source.Subscribe(value => channel.Writer.TryWrite(value)); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
        subscription.Dispose();
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<string> Redis(ISubscriber redis, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<string>();
        await redis.SubscribeAsync(RedisChannel.Literal("x"), (_, value) => channel.Writer.TryWrite((string?)value ?? "")).WaitAsync(ct); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<string> Files([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<string>();
        var watcher = new FileSystemWatcher("/var/log");
        watcher.Changed += (_, e) => channel.Writer.TryWrite(e.FullPath); // SSE108
        watcher.Created += (_, e) => channel.Writer.TryWrite(e.FullPath);
        watcher.EnableRaisingEvents = true;
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> FireAndForget(Feed feed, Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        _ = PumpAsync(feed, channel); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }

    private static async Task PumpAsync(Feed feed, Channel<int> channel)
    {
        while (channel.Writer.TryWrite(feed.Latest)) await Task.Delay(1000);
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> ById(Feed feed, Channel<int> channel, EventStreamContext context)
    {
        _ = Task.Run(() => channel.Writer.TryWrite(1), CancellationToken.None); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(context.CancellationToken)) yield return item;
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<string> Mqtt(IMqttClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateUnbounded<string>();
        client.ApplicationMessageReceivedAsync += message => channel.Writer.WriteAsync(message, ct).AsTask(); // SSE108
        await foreach (var item in channel.Reader.ReadAllAsync(ct)) yield return item;
    }
}
