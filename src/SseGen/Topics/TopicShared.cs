namespace SseGen.Topics;

/// <summary>What a topic, or all topics of a keyed set, have in common.</summary>
internal sealed record TopicShared<T>
{
    public required string Name { get; init; }

    public required EventTopicOptions Options { get; init; }

    public required TopicPayload<T> Payload { get; init; }

    /// <summary>What carries events between processes; <see langword="null"/>: nothing does.</summary>
    public required IEventTopicEngine? Engine { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required TopicObservers Observers { get; init; }
}
