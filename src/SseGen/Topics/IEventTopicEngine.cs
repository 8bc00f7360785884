namespace SseGen.Topics;

/// <summary>
/// Carries topics between processes: a log outside of them, in which each event has an id that all processes agree on. Register an
/// implementation as a singleton, and every topic of the application goes through it; without one, topics live in their process.
/// </summary>
/// <remarks>
/// <para>
/// SseGen keeps a mirror of the newest events of each topic that has subscribers, frames them once, and serves all subscribers, resumption
/// included, from the mirror. An engine therefore has little to do: store bytes under increasing ids, and report them in order.
/// </para>
/// <para>
/// Ids are an epoch and a sequence. Within an epoch sequences count up by one, so that the mirror can tell what it has missed; an engine
/// begins a new, greater epoch whenever it cannot be sure that it goes on where it was (its log was lost, or replaced by an older state).
/// </para>
/// </remarks>
public interface IEventTopicEngine
{
    /// <summary>Opens a topic. Called once per topic, for a keyed one once per key and activity; must neither block nor fail because the other side is away.</summary>
    /// <param name="topic">Which topic.</param>
    /// <param name="mirror">What is told of the topic's events.</param>
    IEventTopicChannel Open(EventTopicDescription topic, IEventTopicMirror mirror);
}

/// <summary>Which topic an engine is to carry.</summary>
/// <param name="Name">The name it was added with.</param>
/// <param name="Key">The key of a keyed topic, as text.</param>
/// <param name="Capacity">How many events must be kept; a few more do no harm.</param>
public sealed record EventTopicDescription(string Name, string? Key, int Capacity)
{
    /// <summary>The topic as a log names it.</summary>
    public override string ToString() => Key is null ? Name : $"{Name}/{Key}";
}

/// <summary>One topic, as an engine carries it. Disposing of it ends the following.</summary>
public interface IEventTopicChannel : IAsyncDisposable
{
    /// <summary>Publishes an event to all processes, this one included.</summary>
    /// <param name="body">The event's fields but <c>id:</c>, as UTF-8. To be handed to the mirrors as they are.</param>
    /// <param name="coalesceKey">To be handed to the mirrors as well.</param>
    /// <param name="cancellationToken">Gives up; the event may have been published nevertheless.</param>
    /// <returns>The event's id.</returns>
    /// <exception cref="EventTopicUnavailableException">The other side cannot be reached.</exception>
    ValueTask<TopicEventId> PublishAsync(ReadOnlyMemory<byte> body, string? coalesceKey, CancellationToken cancellationToken);

    /// <summary>
    /// Begins to report to the mirror, from the newest <see cref="EventTopicDescription.Capacity"/> events on, and goes on by itself after
    /// an outage. Called any number of times; never blocks or fails.
    /// </summary>
    void Follow();

    /// <summary>
    /// Completes when the mirror has every event that had been published when this was called; while the other side is away, that is
    /// when it is back. Follows as well.
    /// </summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}

/// <summary>What an engine tells of a topic's events. Safe to use from any thread.</summary>
public interface IEventTopicMirror
{
    /// <summary>The newest event's id; <see langword="null"/> before the first.</summary>
    TopicEventId? LastId { get; }

    /// <summary>
    /// Adds an event. One that is not newer than <see cref="LastId"/> is ignored; one that does not follow it tells the subscribers of a gap,
    /// so an engine reports what lies between first if it can.
    /// </summary>
    void Append(TopicEventId id, ReadOnlySpan<byte> body, string? coalesceKey);
}
