namespace SseGen.Topics;

/// <summary>A hole in what a subscriber is sent.</summary>
/// <param name="Missed">
/// How many events it has missed, or <see langword="null"/> when nobody can know: its <c>Last-Event-ID</c> is from another life of the
/// topic, or was never issued.
/// </param>
/// <param name="Place">
/// The place right before what follows: who comes back with it as <c>Last-Event-ID</c> is not told of the same gap again. It is the
/// <c>id:</c> of the <c>gap</c> event. <see langword="null"/> when nothing has ever been published.
/// </param>
public readonly record struct EventGap(long? Missed, TopicEventId? Place)
{
    /// <summary>The number that stands for one that nobody knows.</summary>
    internal const long Unknown = -1;

    /// <summary>Two holes in a row are one.</summary>
    internal static long Add(long first, long second) => first == Unknown || second == Unknown ? Unknown : first + second;
}
