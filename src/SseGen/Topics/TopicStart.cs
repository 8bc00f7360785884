namespace SseGen.Topics;

/// <summary>Where a subscriber begins, or goes on.</summary>
/// <param name="Cursor">The index of the first event that it is sent from the ring.</param>
/// <param name="Missed">How many events it is not sent: the gap event comes first.</param>
/// <param name="Kept">Newest events of their keys, older than the ring, that it is sent before.</param>
internal readonly record struct TopicStart(long Cursor, long Missed = 0, TopicEntry[]? Kept = null);
