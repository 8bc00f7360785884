using System.Globalization;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Numbers as a reader wants them: three figures, no exponent.</summary>
internal static class Figures
{
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>The median, and behind it the lowest and the highest when there is more than one round.</summary>
    public static string WithSpread(Spread spread) => spread.Low == spread.High
        ? Number(spread.Median)
        : $"{Number(spread.Median)} ({Number(spread.Low)}–{Number(spread.High)})";
}
