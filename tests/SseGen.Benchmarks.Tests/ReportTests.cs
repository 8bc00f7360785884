using System.Xml.Linq;
using SseGen.Benchmarks.Processes;
using SseGen.Benchmarks.Reporting;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Tests;

public sealed class ReportTests
{
    private const string Committed = "benchmarks.json";

    [Fact]
    public void The_committed_report_is_what_the_committed_results_say()
    {
        var results = ResultsFile.Load(Path.Combine(Repository.Documents, Committed));

        Assert.NotEmpty(results.Series);
        Assert.All(
            ReportWriter.Files(results),
            file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(Repository.Documents, file.Name)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void A_goal_is_a_ratio_round_by_round()
    {
        var results = ResultsFile.Empty.With(
            new SuiteRun("burst", DateTime.UnixEpoch, 3, false, "machine"),
            [
                new Series("burst", "tick, HTTP/1.1, JIT", "ssegen", "server CPU", "µs/event", [1, 20, 3]),
                new Series("burst", "tick, HTTP/1.1, JIT", "inbox", "server CPU", "µs/event", [10, 100, 10]),
            ]);

        var measured = Goals.All[0].Measured(results);

        Assert.Equal(new Spread(0.2, 0.1, 0.3), measured);
        Assert.Null(Goals.All[1].Measured(results));
    }

    [Fact]
    public void A_goal_that_is_missed_is_not_met()
    {
        static ResultsFile Of(params double[] milliseconds) => ResultsFile.Empty.With(
            new SuiteRun("shutdown", DateTime.UnixEpoch, milliseconds.Length, false, "machine"),
            [new Series("shutdown", "1,000 open streams", "ssegen", "time", "s", milliseconds)]);
        var goal = new Goal { Text = "", Suite = "shutdown", Scenario = "1,000 open streams", Metric = "time", Limit = 2 };

        Assert.True(goal.IsMet(Of(1, 2, 3)));
        Assert.False(goal.IsMet(Of(1, 2.1, 3)));
        Assert.Null(goal.IsMet(ResultsFile.Empty));
    }

    [Fact]
    public void Charts_are_well_formed()
    {
        var chart = new Chart
        {
            FileName = "x.svg",
            Title = "a < b & c",
            Unit = "µs",
            Groups = [new ChartGroup("\"one\"", [new ChartBar("ssegen", 1), new ChartBar("inbox", 0)])],
        };

        var svg = XDocument.Parse(BarChartSvg.Of(chart));

        Assert.Equal(2, svg.Descendants().Count(element => element.Name.LocalName == "rect"));
    }
}
