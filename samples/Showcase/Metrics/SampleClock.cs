namespace Showcase.Metrics;

/// <summary>
/// Numbers samples by their time, in milliseconds since 1970. A browser that comes back after the server was restarted names the
/// last number it saw: because numbers go on growing from one run to the next, it gets all the new samples and no old one.
/// </summary>
internal sealed class SampleClock(TimeProvider time)
{
    private long _last;

    /// <summary>The next number and the time it stands for. A clock that is set back does not make the numbers go back.</summary>
    public (long Sequence, DateTimeOffset At) Next()
    {
        var now = time.GetUtcNow();
        _last = Math.Max(_last + 1, now.ToUnixTimeMilliseconds());
        return (_last, now);
    }
}
