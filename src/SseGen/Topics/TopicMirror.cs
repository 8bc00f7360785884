namespace SseGen.Topics;

/// <summary>The log of a topic as its engine sees it.</summary>
internal sealed class TopicMirror<T>(TopicLog log, TopicPayload<T> payload) : IEventTopicMirror
{
    public TopicEventId? LastId => log.LastId;

    public void Append(TopicEventId id, ReadOnlySpan<byte> body, string? coalesceKey) =>
        log.Append(new TopicEntry<T>(payload, coalesceKey), id, body);
}
