using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Measuring;

/// <summary>Gathers samples while a suite runs.</summary>
internal sealed class Recorder(string suite)
{
    private readonly List<(Series Head, List<double> Samples)> _series = [];

    public IReadOnlyList<Series> Series => [.. _series.Select(one => one.Head with { Samples = [.. one.Samples] })];

    public void Add(string scenario, string subject, string metric, string unit, double value)
    {
        var samples = _series.Find(one => one.Head.Scenario == scenario && one.Head.Subject == subject && one.Head.Metric == metric).Samples;
        if (samples is null)
        {
            samples = [];
            _series.Add((new Series(suite, scenario, subject, metric, unit, samples), samples));
        }

        // Four figures are more than any of this is worth; a results file of round numbers is one that a reviewer can read.
        samples.Add(value == 0 ? 0 : RoundToFigures(value));
    }

    private static double RoundToFigures(double value)
    {
        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits >= 0 ? Math.Round(value, Math.Min(digits, 15)) : Math.Round(value);
    }
}
