using SseGen.Topics;

namespace SseGen;

/// <summary>
/// One to many: what is published reaches everybody who is subscribed, serialised and framed once. Register it with
/// <c>AddEventStreams().AddTopic&lt;T&gt;("name")</c> and have it injected; for a topic per key see <see cref="EventTopics{TKey, T}"/>.
/// </summary>
/// <remarks>All members are safe to use from any thread.</remarks>
/// <typeparam name="T">What is published.</typeparam>
public abstract class EventTopic<T>
{
    private readonly TopicShared<T> _shared;

    private protected EventTopic(TopicShared<T> shared) => _shared = shared;

    /// <summary>The name it was registered with.</summary>
    public string Name => _shared.Name;

    /// <summary>How many subscribers this process has at present.</summary>
    public int SubscriberCount => FindCore()?.Log.Subscribers.Count ?? 0;

    /// <summary>
    /// Publishes an item. Completes when the event has its place, not when it has been sent: at once, except under
    /// <see cref="LagPolicy.Wait"/> and with an engine such as Redis. Events published one after the other arrive in that order.
    /// </summary>
    /// <param name="item">The item; it is serialised before this returns.</param>
    /// <param name="cancellationToken">Gives the wait up.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="EventTopicUnavailableException">The engine cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">An event type of the item's own holds a line break or NUL, or is reserved.</exception>
    public ValueTask<TopicEventId> PublishAsync(T item, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TopicEventId>(cancellationToken);
        }

        ValueTask<TopicEventId> result;
        while (!Core().TryPublish(item, cancellationToken, out result))
        {
            // The topic of this key was retired between the look-up and the publication: the next look-up finds a new one.
        }

        return result;
    }

    /// <summary>
    /// Subscribes a stream: from the event after <see cref="EventStreamContext.LastEventId"/> on, or from now on when the client is new.
    /// "Now" is this call. The subscription ends when the stream does.
    /// </summary>
    public EventSubscription<T> Subscribe(EventStreamContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new EventSubscription<T>(this, _shared, context, context.LastEventId);
    }

    /// <summary>Subscribes code of the server's own; it ends with the token that enumerates it.</summary>
    /// <param name="lastEventId">The id of an event, to go on after it; <see langword="null"/>: from now on.</param>
    public EventSubscription<T> Subscribe(string? lastEventId) => new(this, _shared, context: null, lastEventId);

    /// <summary>Subscribes code of the server's own to what comes from now on; it ends with the token that enumerates it.</summary>
    public EventSubscription<T> Subscribe() => new(this, _shared, context: null, lastEventId: null);

    /// <summary>The living topic, brought to life if need be.</summary>
    internal abstract TopicCore<T> Core();

    /// <summary>The living topic, if it is alive.</summary>
    internal abstract TopicCore<T>? FindCore();
}
