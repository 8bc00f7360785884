using SseGen.Benchmarks.Results;
using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Which charts are drawn: the first metric of a suite's scenarios, for every suite that compares anybody.</summary>
internal static class Charts
{
    private static readonly (string Suite, string Metric, string Title, int MostGroups)[] s_wanted =
    [
        ("micro", Metrics.Time, "Serialise and frame one event", 6),
        ("burst", Metrics.ProcessorTime, "Server CPU for each event of a burst", 6),
        ("fanout", Metrics.ProcessorTime, "Server CPU for each delivered event", 8),
        ("idle", Metrics.MemoryPerConnection, "Memory of an idle stream", 6),
        ("connect-storm", Metrics.ProcessorTime, "Server CPU for each of the streams that come at once", 6),
        ("shutdown", Metrics.Time, "From SIGTERM to the end of the process", 6),
        ("compiler", Metrics.Time, "Generator at work", 6),
        ("aot", Metrics.BinarySize, "Size of the NativeAOT binary", 6),
    ];

    public static IReadOnlyList<(string Suite, Chart Chart)> Of(ResultsFile results) =>
    [
        .. s_wanted
            .Select(wanted => (wanted.Suite, Chart: Of(results, wanted.Suite, wanted.Metric, wanted.Title, wanted.MostGroups)))
            .Where(one => one.Chart.Groups.Count > 0),
    ];

    private static Chart Of(ResultsFile results, string suite, string metric, string title, int mostGroups)
    {
        var series = results.Series.Where(one => one.Suite == suite && one.Metric == metric).ToArray();
        return new Chart
        {
            FileName = $"benchmark-{suite}.svg",
            Title = title,
            Unit = series.Length > 0 ? series[0].Unit : "",
            Groups =
            [
                .. series
                    .GroupBy(one => one.Scenario)
                    .Where(scenario => scenario.Count() > 1)
                    .Take(mostGroups)
                    .Select(scenario => new ChartGroup(scenario.Key, [.. scenario.Select(one => new ChartBar(one.Subject, one.Median))])),
            ],
        };
    }
}
