namespace SseGen.Streaming;

/// <summary>Timers that keep a minimum.</summary>
internal static class TimerExtensions
{
    /// <summary>
    /// Fires once, and no earlier than in <paramref name="wait"/>. Timers count whole milliseconds and round down: left to themselves they
    /// would fire too early, and then again and again until the moment has come.
    /// </summary>
    public static void FireIn(this ITimer timer, TimeSpan wait) =>
        timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
}
