namespace SseGen.Streaming;

/// <summary>Monotonic time as plain numbers, from the container's <see cref="TimeProvider"/>, so that a test can turn it.</summary>
internal sealed class StreamClock(TimeProvider timeProvider)
{
    /// <summary>A point in time that never comes.</summary>
    public const long Never = long.MaxValue;

    private readonly double _ticksPerSecond = timeProvider.TimestampFrequency;

    public TimeProvider TimeProvider => timeProvider;

    public long Now => timeProvider.GetTimestamp();

    /// <summary>A length of time in ticks of this clock; zero and less, which stand for "off", give <see cref="Never"/>.</summary>
    public long TicksOrNever(TimeSpan length) => length > TimeSpan.Zero ? Ticks(length) : Never;

    public long Ticks(TimeSpan length) => (long)(length.TotalSeconds * _ticksPerSecond);

    public TimeSpan Length(long ticks) => TimeSpan.FromSeconds(ticks / _ticksPerSecond);

    /// <summary>The sum of a point in time and a length, where either may be <see cref="Never"/>.</summary>
    public static long Add(long time, long ticks) => ticks > Never - time ? Never : time + ticks;
}
