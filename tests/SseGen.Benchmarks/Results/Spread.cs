namespace SseGen.Benchmarks.Results;

/// <summary>The middle of some samples, and how far they reach.</summary>
internal readonly record struct Spread(double Median, double Low, double High)
{
    public static Spread Of(IReadOnlyList<double> samples)
    {
        if (samples.Count == 0)
        {
            throw new ArgumentException("No samples.", nameof(samples));
        }

        var sorted = samples.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }

    /// <summary>The ratio round by round: what slowed both sides in a round falls out.</summary>
    public static Spread OfRatio(Series subject, Series reference) =>
        Of([.. subject.Samples.Zip(reference.Samples, (one, other) => one / other)]);
}
