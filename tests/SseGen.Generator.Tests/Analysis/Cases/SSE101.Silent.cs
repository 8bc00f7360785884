using System.Threading.Channels;

namespace Demo;

public interface IFeed { IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken = default); Task<int> LatestAsync(CancellationToken cancellationToken = default); ChannelReader<int> Open(string name); IAsyncEnumerable<int> All { get; } }

public static class Forwarding
{
    [EventStream("/a1")]
    public static IAsyncEnumerable<int> Topic(EventTopic<int> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/a2")]
    public static IAsyncEnumerable<int> Rooms(string room, EventTopics<string, int> rooms, EventStreamContext context) => rooms[room].Subscribe(context);

    [EventStream("/a3")]
    public static IAsyncEnumerable<int> Property(IFeed feed) => feed.All;

    [EventStream("/a4")]
    public static ChannelReader<int> Reader(IFeed feed, string name) => feed.Open(name);

    [EventStream("/a5")]
    public static IAsyncEnumerable<int> Service(IFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return feed.ReadAsync();
    }

    [EventStream("/a6")]
    public static Task<IAsyncEnumerable<int>> Completed(IFeed feed) => Task.FromResult(feed.ReadAsync());

    [EventStream("/a7")]
    public static IAsyncEnumerable<int> Chosen(IFeed feed, EventTopic<int> topic, bool live) => live ? topic.Subscribe() : feed.All;

    [EventStream("/a8")]
    public static IAsyncEnumerable<int> Linq(IFeed feed) => feed.ReadAsync().Where(item => item > 3).Select(item => item * 2);

    [EventStream("/a9")]
    public static Task<EventStreamResult<int>> Decided(IFeed feed, string? name) =>
        Task.FromResult<EventStreamResult<int>>(name is null ? TypedResults.NotFound() : EventStreamResult.Stream(feed.All));
}

public static class WithToken
{
    [EventStream("/b1")]
    public static async IAsyncEnumerable<int> Token(IFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in feed.ReadAsync(cancellationToken))
            yield return item;
    }

    [EventStream("/b2")]
    public static async IAsyncEnumerable<int> Context(IFeed feed, EventStreamContext context)
    {
        while (true)
            yield return await feed.LatestAsync(context.CancellationToken);
    }

    [EventStream("/b3")]
    public static async IAsyncEnumerable<int> Aborted(IFeed feed, HttpContext httpContext)
    {
        while (!httpContext.RequestAborted.IsCancellationRequested)
            yield return await feed.LatestAsync(httpContext.RequestAborted);
    }

    [EventStream("/b4")]
    public static async IAsyncEnumerable<int> Lifetime(IFeed feed, IHostApplicationLifetime lifetime)
    {
        while (true)
            yield return await feed.LatestAsync(lifetime.ApplicationStopping);
    }

    [EventStream("/b5")]
    public static async IAsyncEnumerable<int> AsParameters([AsParameters] Query query, IFeed feed)
    {
        for (var i = 0; i < query.Count; i++)
            yield return await feed.LatestAsync(query.Cancellation);
    }

    public readonly record struct Query(int Count, CancellationToken Cancellation);

    [EventStream("/b6")]
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed, EventStreamContext context)
    {
        await foreach (var item in feed.ReadAsync(context.CancellationToken))
            await stream.WriteAsync(item, context.CancellationToken);
    }
}

public static class Bounded
{
    [EventStream("/c1")]
    public static async IAsyncEnumerable<int> Count(int to)
    {
        for (var i = 0; i < to; i++)
            yield return i;
        await Task.CompletedTask;
    }

    [EventStream("/c2")]
    public static async IAsyncEnumerable<string> Names(string[] names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return name;
        }
    }

    [EventStream("/c3")]
#pragma warning disable CS1998
    public static async IAsyncEnumerable<string> One()
    {
        yield return "only";
    }
#pragma warning restore CS1998

    [EventStream("/c4")]
    public static ChannelReader<int> Prepared(int[] values)
    {
        var channel = Channel.CreateUnbounded<int>();
        foreach (var value in values)
            channel.Writer.TryWrite(value);
        channel.Writer.Complete();
        return channel.Reader;
    }
}

public sealed class Instance(IFeed feed, EventStreamContext context)
{
    [EventStream("/d1")]
    public async IAsyncEnumerable<int> Numbers()
    {
        await foreach (var number in feed.ReadAsync(context.CancellationToken))
            yield return number;
    }
}

public sealed class NotAHandler(IFeed feed)
{
    public async Task RunAsync()
    {
        while (true)
            await feed.LatestAsync();
    }
}
