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
            ],
            isPart: false);

        var measured = Goals.All[0].Measured(results);

        Assert.Equal(new Spread(0.2, 0.1, 0.3), measured);
        Assert.Null(Goals.All[1].Measured(results));
    }

    [Fact]
    public void A_goal_that_is_missed_is_not_met()
    {
        static ResultsFile Of(params double[] milliseconds) => ResultsFile.Empty.With(
            new SuiteRun("shutdown", DateTime.UnixEpoch, milliseconds.Length, false, "machine"),
            [new Series("shutdown", "1,000 open streams", "ssegen", "time", "s", milliseconds)],
            isPart: false);
        var goal = new Goal { Text = "", Suite = "shutdown", Scenario = "1,000 open streams", Metric = "time", Limit = 2 };

        Assert.True(goal.IsMet(Of(1, 2, 3)));
        Assert.False(goal.IsMet(Of(1, 2.1, 3)));
        Assert.Null(goal.IsMet(ResultsFile.Empty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_runs_again_keeps_its_place_and_leaves_what_was_measured_of_the_others(bool isPart)
    {
        var results = ResultsFile.Empty
            .With(Run("burst", 1), [Measured("burst", "one", 1), Measured("burst", "two", 1)], isPart: false)
            .With(Run("idle", 1), [Measured("idle", "one", 1)], isPart: false)
            .With(Run("burst", 2), [Measured("burst", "two", 2), Measured("burst", "three", 2)], isPart);

        string[] kept = isPart ? ["burst one 1"] : [];
        Assert.Equal([.. kept, "burst two 2", "idle one 1", "burst three 2"], results.Series.Select(one => $"{one.Suite} {one.Scenario} {one.Median}"));
        Assert.Equal([("burst", 2), ("idle", 1)], results.Runs.Select(run => (run.Suite, run.Rounds)));

        static SuiteRun Run(string suite, int rounds) => new(suite, DateTime.UnixEpoch, rounds, false, "machine");
        static Series Measured(string suite, string scenario, double value) => new(suite, scenario, "ssegen", "time", "s", [value]);
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
