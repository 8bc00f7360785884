using System.Net.ServerSentEvents;
using SseGen.Streaming;
using SseGen.Topics;

namespace SseGen;

/// <summary>
/// A place in a topic. A handler that returns it, filtered by <see cref="Where"/> or not, sends the topic's events as they have been framed,
/// with their ids. Enumerated (<c>await foreach</c>, LINQ) it gives the items, without their ids; <see cref="WithIds"/> keeps them.
/// </summary>
/// <remarks>
/// To be enumerated once. A gap is sent to the client of the stream as an event <c>gap</c> with <c>{"missed":n}</c> (or <c>null</c> when
/// nobody can know), right before the next event, whichever way the subscription is read.
/// </remarks>
/// <typeparam name="T">What is published.</typeparam>
public sealed class EventSubscription<T> : IAsyncEnumerable<T>
{
    private readonly EventTopic<T> _topic;
    private readonly TopicShared<T> _shared;
    private readonly Func<T, bool>? _filter;
    private readonly TimeSpan? _window;
    private readonly Action<EventGap>? _onGap;

    internal EventSubscription(EventTopic<T> topic, TopicShared<T> shared, EventStreamContext? context, string? lastEventId)
    {
        _topic = topic;
        _shared = shared;
        Place = new SubscriptionPlace<T>(topic, shared, context, lastEventId);
    }

    private EventSubscription(EventSubscription<T> origin, Func<T, bool>? filter, TimeSpan? window, Action<EventGap>? onGap)
    {
        _topic = origin._topic;
        _shared = origin._shared;
        Place = origin.Place;
        _filter = filter;
        _window = window;
        _onGap = onGap;
    }

    private SubscriptionPlace<T> Place { get; }

    /// <summary>
    /// Only the items that fulfil a condition. Unlike LINQ's operator of this name it keeps the events' ids, so that the client can
    /// resume, and serialises nothing.
    /// </summary>
    /// <param name="predicate">Called once for each event, in their order; should be quick.</param>
    public EventSubscription<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var first = _filter;
        return new EventSubscription<T>(this, first is null ? predicate : item => first(item) && predicate(item), _window, _onGap);
    }

    /// <summary>
    /// Another <see cref="EventTopicOptions.CoalesceWindow"/> than the topic's, for this endpoint: events are sent at most once in this time.
    /// </summary>
    /// <param name="window">The window, up to one minute; zero: each event is sent at once.</param>
    public EventSubscription<T> CoalesceWithin(TimeSpan window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, EventTopicOptionsValidator.LongestWindow);
        return new EventSubscription<T>(this, _filter, window, _onGap);
    }

    /// <summary>Has a method called for each gap instead of the <c>gap</c> event, before the event that follows.</summary>
    public EventSubscription<T> OnGap(Action<EventGap> onGap)
    {
        ArgumentNullException.ThrowIfNull(onGap);
        return new EventSubscription<T>(this, _filter, _window, onGap);
    }

    /// <summary>
    /// The items with their ids: a handler that maps them and returns <see cref="SseItem{T}"/>s sends the topic's ids, so that its clients
    /// can resume.
    /// </summary>
    public IAsyncEnumerable<SseItem<T>> WithIds() => new ItemSequence<T, SseItem<T>>(
        this, static entry => new SseItem<T>(entry.Item) { EventId = entry.Id.ToString() });

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        GetAsyncEnumerator(static entry => entry.Item, cancellationToken);

    internal IAsyncEnumerator<TResult> GetAsyncEnumerator<TResult>(Func<TopicEntry<T>, TResult> select, CancellationToken cancellationToken) =>
        new SubscriptionEnumerator<T, TResult>(Open(), EntryFilter(), select, _onGap, cancellationToken);

    /// <summary>The events as they have been framed.</summary>
    /// <param name="typeLine">The <c>event:</c> line of the endpoint, with its line break; empty when it has none.</param>
    /// <param name="batchSize">How many bytes are written at once at most, give or take one event.</param>
    /// <param name="signal">The stream's signal.</param>
    /// <param name="cancellationToken">The stream's token.</param>
    internal FrameSource OpenFrames(byte[] typeLine, int batchSize, StreamSignal signal, CancellationToken cancellationToken) =>
        new TopicFrameSource<T>(
            Open(), signal, EntryFilter(), _onGap, typeLine, batchSize, _shared.Options.Capacity, cancellationToken);

    private OpenSubscription<T> Open() => new(_topic, _shared, Place, _window);

    private Func<TopicEntry, bool>? EntryFilter() =>
        _filter is { } filter ? entry => filter(((TopicEntry<T>)entry).Item) : null;
}
