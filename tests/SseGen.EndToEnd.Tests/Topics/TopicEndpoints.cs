using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace SseGen.EndToEnd.Tests.Topics;

public sealed record Deal([property: EventId] long Sequence, string Symbol, decimal Price);

public sealed record Quote([property: CoalesceKey] string Symbol, int Price, string Padding = "");

public sealed record ChatMessage(string From, string Text);

public abstract record Change
{
    [EventType("opened")]
    public sealed record Opened(string Name) : Change;

    [EventType("closed")]
    public sealed record Closed(string Name) : Change;
}

/// <summary>The ways in which a handler uses a topic.</summary>
public static class TopicEndpoints
{
    /// <summary>Adds what the handlers take; whoever maps all endpoints of this assembly needs it.</summary>
    public static void AddTopics(IServiceCollection services, Action<EventTopicOptions>? deals = null) => services.AddSingleton<Gate>().AddEventStreams()
        .AddTopic<Deal>("deals", deals)
        .AddTopic<Quote>("quotes", topic => topic.Capacity = 64)
        .AddTopic<Quote>("strict", topic => (topic.Capacity, topic.WhenLagging) = (64, LagPolicy.Disconnect))
        .AddTopic<Change>("changes")
        .AddTopic<string>("words")
        .AddTopics<string, ChatMessage>("rooms");

    [EventStream("/deals", EventType = "deal")]
    public static IAsyncEnumerable<Deal> Deals(EventTopic<Deal> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/deals/plain")]
    public static IAsyncEnumerable<Deal> Plain(EventTopic<Deal> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/deals/of/{symbol}", EventType = "deal")]
    public static IAsyncEnumerable<Deal> OfSymbol(string symbol, EventTopic<Deal> topic, EventStreamContext context) =>
        topic.Subscribe(context).Where(deal => deal.Symbol == symbol);

    [EventStream("/deals/mapped", EventType = "price")]
    public static async IAsyncEnumerable<SseItem<decimal>> Mapped(
        EventTopic<Deal> topic, EventStreamContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in topic.Subscribe(context).WithIds().WithCancellation(cancellationToken))
        {
            yield return new SseItem<decimal>(item.Data.Price, "price") { EventId = item.EventId };
        }
    }

    [EventStream("/deals/draining", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<Deal> Draining(EventTopic<Deal> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/deals/disconnecting", CompletionEventType = "done")]
    public static IAsyncEnumerable<Quote> Disconnecting([FromKeyedServices("strict")] EventTopic<Quote> topic, EventStreamContext context) =>
        topic.Subscribe(context);

    [EventStream("/deals/disconnecting/late")]
    public static async Task<EventSubscription<Quote>> Late(
        [FromKeyedServices("strict")] EventTopic<Quote> topic, Gate gate, EventStreamContext context)
    {
        var subscription = topic.Subscribe(context);
        await gate.PassAsync(context.CancellationToken);
        return subscription;
    }

    [EventStream("/deals/disconnecting/late/mapped")]
    public static async IAsyncEnumerable<int> LateMapped(
        [FromKeyedServices("strict")] EventTopic<Quote> topic, Gate gate, EventStreamContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var subscription = topic.Subscribe(context);
        await gate.PassAsync(cancellationToken);
        await foreach (var quote in subscription.WithCancellation(cancellationToken))
        {
            yield return quote.Price;
        }
    }

    [EventStream("/deals/draining/mapped", Shutdown = EventStreamShutdown.Drain, CompletionEventType = "done")]
    public static async IAsyncEnumerable<decimal> DrainingMapped(
        EventTopic<Deal> topic, EventStreamContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var deal in topic.Subscribe(context).WithCancellation(cancellationToken))
        {
            yield return deal.Price;
        }

        yield return -1;
    }

    [EventStream("/quotes")]
    public static EventSubscription<Quote> Quotes([FromKeyedServices("quotes")] EventTopic<Quote> topic, EventStreamContext context) =>
        topic.Subscribe(context);

    [EventStream("/changes", EventType = "change")]
    public static IAsyncEnumerable<Change> Changes(EventTopic<Change> topic, EventStreamContext context) => topic.Subscribe(context);

    [EventStream("/rooms/{room}")]
    public static IAsyncEnumerable<ChatMessage> Room(string room, EventTopics<string, ChatMessage> rooms, EventStreamContext context) =>
        rooms[room].Subscribe(context);

    [EventStream("/words")]
    public static IAsyncEnumerable<string> Words(EventTopic<string> topic, EventStreamContext context) => topic.Subscribe(context);
}
