using System.ComponentModel;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace SseGen.OpenApi.App;

public static class TradeEndpoints
{
    /// <summary>
    /// Streams the trades of <paramref name="symbol"/>, each a <see cref="Trade"/>.
    /// </summary>
    /// <remarks>
    /// <para>Begins at the present.</para>
    /// <para>Ends never.</para>
    /// </remarks>
    [EventStream("/market/{symbol}/trades", EventType = "trade", Name = "trades")]
    public static IAsyncEnumerable<Trade> Trades(
        [Description("The ticker.")] string symbol,
        Guid id,
        Side side,
        Venue? venue,
        Code code,
        DateOnly? day,
        TimeSpan? window,
        Uri? link,
        double ratio,
        bool live,
        int[] ids,
        StringValues tags,
        [FromHeader(Name = "X-Venues")] string[] venues,
        [FromQuery(Name = "limit")] long? max,
        [LastEventId] long? last,
        Desk desk,
        EventStreamContext context,
        CancellationToken cancellationToken,
        int depth = 5) => AsyncEnumerable.Empty<Trade>();

    /// <summary>Is not what the attribute says.</summary>
    [EventStream("/scalars", CompletionEventType = "complete")]
    [EndpointSummary("Every scalar.")]
    [EndpointDescription("The attribute wins.")]
    [Tags("values")]
    public static IAsyncEnumerable<Scalars> Scalars([AsParameters] Paging paging) => AsyncEnumerable.Empty<Scalars>();

    [EventStream("/changes")]
    public static IAsyncEnumerable<Change> Changes() => AsyncEnumerable.Empty<Change>();

    [EventStream("/signals")]
    public static IAsyncEnumerable<Signal> Signals() => AsyncEnumerable.Empty<Signal>();

    [EventStream("/text", EventType = "line")]
    public static IAsyncEnumerable<string> Text() => AsyncEnumerable.Empty<string>();

    [EventStream("/topic")]
    public static IAsyncEnumerable<Leg> Topic(EventTopic<Leg> legs, EventStreamContext context) => legs.Subscribe(context);

    [EventStream("/items")]
    public static IAsyncEnumerable<SseItem<Leg>> Items() => AsyncEnumerable.Empty<SseItem<Leg>>();

    [EventStream("/decided")]
    [ProducesResponseType(StatusCodes.Status404NotFound)]
    public static Task<EventStreamResult<int>> Decided() => Task.FromResult<EventStreamResult<int>>(TypedResults.NotFound());

    [EventStream("/hidden")]
    [ExcludeFromDescription]
    public static IAsyncEnumerable<int> Hidden() => AsyncEnumerable.Empty<int>();
}
