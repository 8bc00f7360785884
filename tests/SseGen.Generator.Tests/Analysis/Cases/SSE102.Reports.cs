namespace Demo;

public interface IFeed { IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken); Task<int> LatestAsync(CancellationToken cancellationToken); }

#pragma warning disable CS8425
public static partial class Handlers
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> A(IFeed feed, CancellationToken cancellationToken) // SSE102
    {
        await foreach (var item in feed.ReadAsync(cancellationToken)) yield return item;
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> B(
        IFeed feed,
        CancellationToken ct) // SSE102
    {
        yield return await feed.LatestAsync(ct);
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> C(CancellationToken token, IFeed feed) // SSE102
    {
        while (!token.IsCancellationRequested) yield return await feed.LatestAsync(token);
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Optional(IFeed feed, CancellationToken token = default) // SSE102
    {
        yield return await feed.LatestAsync(token);
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Two(IFeed feed, CancellationToken first, CancellationToken second) // SSE102
    {
        yield return await feed.LatestAsync(first);
        yield return await feed.LatestAsync(second);
    }

    [EventStream("/6"), Obsolete]
    public static async IAsyncEnumerable<int> WithOtherAttributes(IFeed feed, [FromKeyedServices("x")] object x, CancellationToken token) // SSE102
    {
        yield return await feed.LatestAsync(token);
    }

    [EventStream("/7")]
    internal static async System.Collections.Generic.IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<int>> Items(IFeed feed, System.Threading.CancellationToken token) // SSE102
    {
        yield return new(await feed.LatestAsync(token));
    }

    [EventStream("/8")]
    public static partial IAsyncEnumerable<int> Partial(IFeed feed, CancellationToken token);

    public static async partial IAsyncEnumerable<int> Partial(IFeed feed, CancellationToken token) // SSE102
    {
        yield return await feed.LatestAsync(token);
    }
}

public sealed class Instance(IFeed feed)
{
    [EventStream("/9")]
    public async IAsyncEnumerable<int> A(CancellationToken @event) // SSE102
    {
        yield return await feed.LatestAsync(@event);
    }

    [EventStream("/10")]
    public async IAsyncEnumerable<int> WithContext(EventStreamContext context, CancellationToken token) // SSE102
    {
        yield return await feed.LatestAsync(token);
        yield return await feed.LatestAsync(context.Stopping);
    }

    public static class Nested
    {
        [EventStream("/11")]
        public static async IAsyncEnumerable<int> A(IFeed feed, string? after, CancellationToken token) // SSE102
        {
            _ = after;
            yield return await feed.LatestAsync(token);
        }
    }
}

public abstract class Base
{
    [EventStream("/12")]
    public async IAsyncEnumerable<int> A(IFeed feed, CancellationToken token) // SSE102
    {
        try { yield return await feed.LatestAsync(token); } finally { Done(); }
    }

    protected abstract void Done();
}
