namespace Showcase.Metrics;

/// <summary>Rounds figures to what a chart can show, which keeps the events short.</summary>
internal static class Round
{
    /// <summary>A tenth of a percent.</summary>
    public static double Percent(double value) => Math.Round(value, 1);

    /// <summary>A whole number per second.</summary>
    public static long Rate(double perSecond) => (long)Math.Round(perSecond);

    /// <summary>A hundredth of a millisecond.</summary>
    public static double Milliseconds(TimeSpan value) => Math.Round(value.TotalMilliseconds, 2);
}
