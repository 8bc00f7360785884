namespace SseGen;

/// <summary>What becomes of a subscriber that falls behind by more events than its topic keeps.</summary>
public enum LagPolicy
{
    /// <summary>
    /// It goes on with the oldest event that is kept, after an event <c>gap</c> that says how many it has missed. Publishing never
    /// waits; what is delivered between two gaps has no hole.
    /// </summary>
    Skip,

    /// <summary>
    /// Its response ends, and the client comes back with its <c>Last-Event-ID</c>. Publishing never waits; what one response delivers
    /// has no hole, and a <c>gap</c> event can only be its first.
    /// </summary>
    Disconnect,

    /// <summary>
    /// Publishing waits until the slowest subscriber has taken the oldest event: nothing is lost, and one slow client, until its
    /// <see cref="EventStreamOptions.SendTimeout"/>, slows everybody. Only in one process.
    /// </summary>
    Wait,
}
