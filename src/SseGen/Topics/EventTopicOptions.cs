namespace SseGen;

/// <summary>What a topic keeps and how it treats its subscribers; also in the configuration section <c>EventStreams:Topics:{name}</c>.</summary>
public sealed class EventTopicOptions
{
    /// <summary>How many events are kept for subscribers that resume or lag. Default: 1 024 events; for keyed topics: of each key.</summary>
    public int Capacity { get; set; } = 1024;

    /// <summary>What becomes of a subscriber that falls behind by more than <see cref="Capacity"/> events. Default: <see cref="LagPolicy.Skip"/>.</summary>
    public LagPolicy WhenLagging { get; set; } = LagPolicy.Skip;

    /// <summary>
    /// Subscribers are woken at most once in this time, so that events that follow one another closely leave in one write; an event
    /// that comes alone is not held back. Timers count whole milliseconds, and are rounded up. An endpoint may choose its own
    /// (<see cref="EventSubscription{T}.CoalesceWithin"/>). Default: zero, off.
    /// </summary>
    public TimeSpan CoalesceWindow { get; set; }

    /// <summary>
    /// Keyed topics: how long the topic of a key is kept after the last publication and the last subscriber, for those that return.
    /// Default: 5 minutes.
    /// </summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
