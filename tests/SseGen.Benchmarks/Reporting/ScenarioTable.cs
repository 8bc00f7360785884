using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>One scenario as rows of text: a row for each subject, a column for each metric, and the first metric as a ratio.</summary>
internal static class ScenarioTable
{
    public static IReadOnlyList<string[]> Of(IReadOnlyList<Series> series)
    {
        var metrics = series.Select(one => (one.Metric, one.Unit)).Distinct().ToArray();
        var reference = Peers.ReferenceOf(series, metrics[0].Metric);
        string[] header =
        [
            "",
            .. metrics.Select(metric => $"{metric.Metric}, {metric.Unit}"),
            .. reference is null ? Array.Empty<string>() : [$"{metrics[0].Metric} against {Peers.ShortName(reference.Subject)}"],
        ];
        return
        [
            header,
            .. series.Select(one => one.Subject).Distinct().Select(subject => Row(subject)),
        ];

        string[] Row(string subject) =>
        [
            Peers.DisplayName(subject),
            .. metrics.Select(metric => Find(subject, metric.Metric) is { } one ? Figures.WithSpread(Spread.Of(one.Samples)) : "–"),
            .. reference is null
                ? Array.Empty<string>()
                : [Find(subject, metrics[0].Metric) is { } first ? Figures.WithSpread(Spread.OfRatio(first, reference)) : "–"],
        ];

        Series? Find(string subject, string metric) => series.FirstOrDefault(one => one.Subject == subject && one.Metric == metric);
    }
}
