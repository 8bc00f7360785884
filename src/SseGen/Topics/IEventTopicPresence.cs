namespace SseGen;

/// <summary>
/// Is told who comes and goes. Register any number as singletons. Called for each subscriber of this process once in each direction, in
/// order, before its first event and after its last; must not block. An exception is logged.
/// </summary>
public interface IEventTopicPresence
{
    /// <summary>A subscriber has joined a topic.</summary>
    void OnJoined(EventTopicSubscriber subscriber);

    /// <summary>A subscriber has left a topic, for whatever reason.</summary>
    void OnLeft(EventTopicSubscriber subscriber);
}

/// <summary>Somebody who is subscribed to a topic.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Key">The key of a keyed topic.</param>
/// <param name="Context">The stream that the subscription feeds: the user, the connection. <see langword="null"/> for one without a stream.</param>
public sealed record EventTopicSubscriber(string Topic, object? Key, EventStreamContext? Context);
