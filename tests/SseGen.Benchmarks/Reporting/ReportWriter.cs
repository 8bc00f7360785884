using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Writes the report and its charts beside a results file.</summary>
internal static class ReportWriter
{
    public static void Write(ResultsFile results, string directory)
    {
        foreach (var (name, text) in Files(results))
        {
            var path = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    /// <summary>The files by their names relative to the results file.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(ResultsFile results)
    {
        var charts = Charts.Of(results);
        return
        [
            ("benchmarks.md", MarkdownReport.Of(results, charts)),
            .. charts.Select(one => ("images/" + one.Chart.FileName, BarChartSvg.Of(one.Chart))),
        ];
    }
}
