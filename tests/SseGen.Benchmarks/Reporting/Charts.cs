using SseGen.Benchmarks.Results;
using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Which charts are drawn: the first metric of a suite's scenarios, for every suite that compares anybody.</summary>
internal static class Charts
{
    private const int MostGroups = 6;

    private static readonly (string Suite, string Metric, string Title)[] s_wanted =
    [
        ("micro", Metrics.Time, "Serialise and frame one event"),
        ("burst", Metrics.ProcessorTime, "Server CPU for each event of a burst"),
        ("fanout", Metrics.ProcessorTime, "Server CPU for each delivered event"),
        ("idle", Metrics.MemoryPerConnection, "Memory of an idle stream"),
        ("shutdown", Metrics.Time, "From SIGTERM to the end of the process"),
        ("compiler", Metrics.Time, "Generator at work"),
        ("aot", Metrics.BinarySize, "Size of the NativeAOT binary"),
    ];

    public static IReadOnlyList<(string Suite, Chart Chart)> Of(ResultsFile results) =>
    [
        .. s_wanted
            .Select(wanted => (wanted.Suite, Chart: Of(results, wanted.Suite, wanted.Metric, wanted.Title)))
            .Where(one => one.Chart.Groups.Count > 0),
    ];

    private static Chart Of(ResultsFile results, string suite, string metric, string title)
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
                    .Take(MostGroups)
                    .Select(scenario => new ChartGroup(scenario.Key, [.. scenario.Select(one => new ChartBar(one.Subject, one.Median))])),
            ],
        };
    }
}
