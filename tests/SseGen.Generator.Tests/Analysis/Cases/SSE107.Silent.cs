using System.Threading.Channels;

namespace Demo;

public interface IFeed { Task<int> LatestAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default); IAsyncEnumerable<int> Subscribe(EventStreamContext context); bool IsDone { get; } }

public static class Handlers
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Cancels(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/2", Shutdown = EventStreamShutdown.Cancel)]
    public static async IAsyncEnumerable<int> CancelsExplicitly(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/3", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Job(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!feed.IsDone) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/4", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Stopping(IFeed feed, EventStreamContext context)
    {
        while (!context.Stopping.IsCancellationRequested) yield return await feed.LatestAsync(context.CancellationToken);
    }

    [EventStream("/5", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Lifetime(IFeed feed, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested) yield break;
            yield return await feed.LatestAsync(ct);
        }
    }

    [EventStream("/6", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<int> Topic(EventTopic<int> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/7", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> TopicLoop(EventTopic<int> topic, EventStreamContext context)
    {
        await foreach (var item in topic.Subscribe(context)) yield return item;
    }

    [EventStream("/8", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Answer(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync(ct)) yield return item;
    }

    [EventStream("/9", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> BreaksOnData(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var value = await feed.LatestAsync(ct);
            if (value >= 100) break;
            yield return value;
        }
    }

    [EventStream("/10", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> TimerUntilDone(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct) && !feed.IsDone) yield return 1;
    }

    [EventStream("/11", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Counts(int to, IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var i = 0; i < to; i++) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/12", Shutdown = EventStreamShutdown.Drain)]
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed, CancellationToken ct)
    {
        foreach (var step in new[] { 1, 2, 3 }) await stream.WriteAsync(step + await feed.LatestAsync(ct), ct);
    }

    [EventStream("/13", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<int> Elsewhere(IFeed feed, CancellationToken ct) => feed.ReadAllAsync(ct);

    [EventStream("/14", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Linked(IFeed feed, EventStreamContext context)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, context.Stopping);
        while (!linked.IsCancellationRequested) yield return await feed.LatestAsync(linked.Token);
    }

    [EventStream("/15", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<int> HelperLooks(IFeed feed, EventStreamContext context) => Loop(feed, context);

    private static async IAsyncEnumerable<int> Loop(IFeed feed, EventStreamContext context)
    {
        while (!context.Stopping.IsCancellationRequested) yield return await feed.LatestAsync(context.CancellationToken);
    }

    [EventStream("/16", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> HandsContextOn(IFeed feed, EventStreamContext context)
    {
        while (true) await foreach (var item in feed.Subscribe(context)) yield return item;
    }

    [EventStream("/17", Shutdown = EventStreamShutdown.Drain)]
    public static ChannelReader<int> Producer(IFeed feed, CancellationToken ct)
    {
        var channel = Channel.CreateBounded<int>(10);
        _ = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++) await channel.Writer.WriteAsync(await feed.LatestAsync(ct), ct);
            channel.Writer.Complete();
        }, ct);
        return channel.Reader;
    }

    [EventStream("/18", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Deadline(IFeed feed, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = time.GetUtcNow().AddMinutes(5);
        while (time.GetUtcNow() < end) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/19", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> OwnTimeout(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!timeout.IsCancellationRequested) yield return await feed.LatestAsync(ct);
    }

    [EventStream("/20", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Reads(StreamReader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line) yield return line.Length;
    }

    [EventStream("/21", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<int> Registered(IFeed feed, EventStreamContext context)
    {
        var stop = false;
        using var registration = context.Stopping.Register(() => stop = true);
        while (!stop) yield return await feed.LatestAsync(context.CancellationToken);
    }
}
