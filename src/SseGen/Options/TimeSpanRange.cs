using System.Globalization;

namespace SseGen;

/// <summary>A range of lengths of time, for what is spread at random.</summary>
/// <param name="Minimum">The shortest time.</param>
/// <param name="Maximum">The longest time.</param>
public readonly record struct TimeSpanRange(TimeSpan Minimum, TimeSpan Maximum)
{
    /// <summary>The range as the configuration writes it: <c>00:00:00.5000000-00:00:05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minimum:c}-{Maximum:c}");

    internal TimeSpan Next(Random random) => Minimum + ((Maximum - Minimum) * random.NextDouble());
}
