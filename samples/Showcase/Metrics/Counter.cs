namespace Showcase.Metrics;

/// <summary>Turns a count that only grows into what it grew by per second.</summary>
internal struct Counter
{
    private long _last;
    private bool _started;

    /// <summary>The growth per second since the last call; 0 at the first call and after the count was reset.</summary>
    public double PerSecond(long value, TimeSpan elapsed)
    {
        var growth = _started ? Math.Max(0, value - _last) : 0;
        _last = value;
        _started = true;
        return elapsed > TimeSpan.Zero ? growth / elapsed.TotalSeconds : 0;
    }
}
