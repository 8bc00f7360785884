using System.Globalization;
using System.Text;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Results as <c>docs/benchmarks.md</c>. It is a function of the results file, and a test holds the two together.</summary>
internal static class MarkdownReport
{
    public static string Of(ResultsFile results, IReadOnlyList<(string Suite, Chart Chart)> charts)
    {
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            <!-- Written by `dotnet run -c Release --project tests/SseGen.Benchmarks -- report` from benchmarks.json. Do not edit. -->

            Measured side by side on one machine, server and client in processes of their own on loopback; the rounds of all
            contestants are interleaved. A figure is the median of its rounds, with the lowest and the highest behind it; a ratio is the
            median of the ratios round by round. Compare ratios: the figures themselves are those of the machine. Measure on yours,
            with a `ulimit -n` of at least {Suites.Suite.All.Max(suite => suite.OpenFiles)}:

            ```sh
            dotnet run -c Release --project tests/SseGen.Benchmarks -- all
            ```


            """).ReplaceLineEndings("\n"));
        AppendGoals(text, results);
        foreach (var run in results.Runs)
        {
            AppendSuite(text, results, run, charts);
        }

        return text.ToString();
    }

    private static void AppendGoals(StringBuilder text, ResultsFile results)
    {
        text.Append("## Goals\n\n");
        AppendRow(text, ["goal", "limit", "measured", ""]);
        AppendRow(text, ["---", "---:", "---:", "---"]);
        foreach (var goal in Goals.All)
        {
            var measured = goal.Measured(results);
            AppendRow(text,
            [
                goal.Text,
                "≤ " + Figures.Number(goal.Limit),
                measured is { } spread ? Figures.WithSpread(spread) : "",
                goal.IsMet(results) switch { null => "not measured", true => "met", false => "**missed**" },
            ]);
        }

        text.Append('\n');
        foreach (var goal in Goals.All.Where(goal => goal.IsMet(results) == false))
        {
            text.Append(CultureInfo.InvariantCulture, $"- Missed: {goal.Text}. {goal.Cause ?? "The cause has not been found yet."}\n");
        }

        text.Append('\n');
    }

    private static void AppendSuite(
        StringBuilder text, ResultsFile results, SuiteRun run, IReadOnlyList<(string Suite, Chart Chart)> charts)
    {
        var title = Suites.Suite.All.FirstOrDefault(suite => suite.Name == run.Suite)?.Description ?? run.Suite;
        text.Append(CultureInfo.InvariantCulture, $"## {char.ToUpperInvariant(run.Suite[0])}{run.Suite[1..]}: {title}\n\n");
        var day = run.FinishedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{day}; {run.Rounds} rounds{(run.IsQuick ? ", a quick run" : "")}; {run.Machine}.\n\n");
        foreach (var (_, chart) in charts.Where(one => one.Suite == run.Suite))
        {
            text.Append(CultureInfo.InvariantCulture, $"![{chart.Title}](images/{chart.FileName})\n\n");
        }

        foreach (var scenario in results.Series.Where(one => one.Suite == run.Suite).GroupBy(one => one.Scenario))
        {
            text.Append(CultureInfo.InvariantCulture, $"**{scenario.Key}**\n\n");
            var rows = ScenarioTable.Of([.. scenario]);
            AppendRow(text, rows[0]);
            AppendRow(text, [.. rows[0].Select((_, column) => column == 0 ? "---" : "---:")]);
            foreach (var row in rows.Skip(1))
            {
                AppendRow(text, row);
            }

            text.Append('\n');
        }
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
