using System.Threading.Channels;

namespace Demo;

public interface IFeed { IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken); Task<int> LatestAsync(CancellationToken cancellationToken); ChannelReader<int> Open(CancellationToken cancellationToken); }

public static partial class Handlers
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Marked(IFeed feed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in feed.ReadAsync(cancellationToken)) yield return item;
    }

    [EventStream("/2")]
    public static IAsyncEnumerable<int> Forwarded(IFeed feed, CancellationToken cancellationToken) => feed.ReadAsync(cancellationToken);

    [EventStream("/3")]
    public static IAsyncEnumerable<int> ForwardedBlock(IFeed feed, CancellationToken cancellationToken) { return feed.ReadAsync(cancellationToken); }

    [EventStream("/4")]
    public static async Task<IAsyncEnumerable<int>> Opened(IFeed feed, CancellationToken cancellationToken)
    {
        await feed.LatestAsync(cancellationToken);
        return feed.ReadAsync(cancellationToken);
    }

    [EventStream("/5")]
    public static async ValueTask<IAsyncEnumerable<int>> OpenedByValue(IFeed feed, CancellationToken cancellationToken)
    {
        await feed.LatestAsync(cancellationToken);
        return feed.ReadAsync(cancellationToken);
    }

    [EventStream("/6")]
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed, CancellationToken cancellationToken) =>
        await stream.WriteAsync(await feed.LatestAsync(cancellationToken), cancellationToken);

    [EventStream("/7")]
    public static ChannelReader<int> Channel(IFeed feed, CancellationToken cancellationToken) => feed.Open(cancellationToken);

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> OnlyContext(IFeed feed, EventStreamContext context)
    {
        yield return await feed.LatestAsync(context.CancellationToken);
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<int> SecondMarked(IFeed feed, CancellationToken first, [EnumeratorCancellation] CancellationToken second)
    {
        yield return await feed.LatestAsync(first);
        yield return await feed.LatestAsync(second);
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<int> Qualified(IFeed feed, [System.Runtime.CompilerServices.EnumeratorCancellationAttribute] CancellationToken token)
    {
        yield return await feed.LatestAsync(token);
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> MarkedOptional(IFeed feed, [EnumeratorCancellation] CancellationToken token = default)
    {
        yield return await feed.LatestAsync(token);
    }

    [EventStream("/12")]
    public static partial IAsyncEnumerable<int> Partial(IFeed feed, [EnumeratorCancellation] CancellationToken token);

    public static async partial IAsyncEnumerable<int> Partial(IFeed feed, CancellationToken token)
    {
        yield return await feed.LatestAsync(token);
    }

    [EventStream("/13")]
    public static IAsyncEnumerable<int> ViaLocal(IFeed feed, CancellationToken cancellationToken)
    {
        return Local(cancellationToken);

        async IAsyncEnumerable<int> Local([EnumeratorCancellation] CancellationToken token)
        {
            yield return await feed.LatestAsync(token);
        }
    }

    [EventStream("/14")]
    public static IAsyncEnumerable<int> ViaHelper(IFeed feed, CancellationToken cancellationToken) => Helper(feed, cancellationToken);

#pragma warning disable CS8425
    private static async IAsyncEnumerable<int> Helper(IFeed feed, CancellationToken token)
    {
        yield return await feed.LatestAsync(token);
    }

    public static async IAsyncEnumerable<int> NoHandler(IFeed feed, CancellationToken token)
    {
        yield return await feed.LatestAsync(token);
    }
#pragma warning restore CS8425

    [EventStream("/15")]
    public static IAsyncEnumerable<int> Linq(IFeed feed, CancellationToken token) => feed.ReadAsync(token).Take(10);

    [EventStream("/16")]
    public static IAsyncEnumerable<int> Conditional(IFeed feed, bool live, CancellationToken token) => live ? feed.ReadAsync(token) : AsyncEnumerable.Empty<int>();

    [EventStream("/17")]
    public static Task<IAsyncEnumerable<int>> FromResult(IFeed feed, CancellationToken token) => Task.FromResult(feed.ReadAsync(token));

    [EventStream("/18")]
    public static async Task<EventStreamResult<int>> Decided(IFeed feed, CancellationToken token)
    {
        if (await feed.LatestAsync(token) == 0) return TypedResults.NotFound();
        return EventStreamResult.Stream(feed.ReadAsync(token));
    }

    [EventStream("/19")]
    public static async ValueTask PushByValue(EventStreamWriter<int> stream, IFeed feed, CancellationToken token)
    {
        await foreach (var item in feed.ReadAsync(token)) await stream.WriteAsync(item, token);
    }

    [EventStream("/20")]
    public static IAsyncEnumerable<int> Topic(EventTopic<int> topic, EventStreamContext context, CancellationToken token) => topic.Subscribe(context);
}
