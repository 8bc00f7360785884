using SseGen.Benchmarks.CommandLine;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_suite()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(
            ["micro", "burst", "fanout", "idle", "connect-storm", "shutdown", "compiler", "aot", "report", "all"],
            command => Assert.Contains($"  {command} ", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("burst", "--slow")]
    [InlineData("burst", "--rounds", "0")]
    [InlineData("burst", "--filter")]
    [InlineData("burst", "micro")]
    public async Task A_command_line_that_is_not_understood_says_so(params string[] arguments)
    {
        var (exitCode, _, progress) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", progress, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_that_needs_more_open_files_than_there_may_be_says_so_before_it_begins()
    {
        OpenFileLimit.Require("idle", 1);

        var exception = Assert.Throws<UsageException>(() => OpenFileLimit.Require("idle", int.MaxValue));

        Assert.Contains("idle needs", exception.Message, StringComparison.Ordinal);
        Assert.Contains("`ulimit -n 2147483647`", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("micro", "ns", "tick")]
    [InlineData("burst", "µs/event", "tick, HTTP/1.1, JIT")]
    public async Task A_quick_run_measures_and_writes_what_it_measured(string suite, string unit, string filter)
    {
        var directory = Directory.CreateTempSubdirectory("benchmarks");
        try
        {
            var file = Path.Combine(directory.FullName, "results.json");

            var (exitCode, output, progress) = await RunAsync(suite, "--quick", "--rounds", "1", "--filter", filter, "--results", file);

            Assert.True(exitCode == 0, progress);
            Assert.Contains("SseGen", output, StringComparison.Ordinal);
            Assert.Contains("round 1 of 1", progress, StringComparison.Ordinal);
            var results = ResultsFile.Load(file);
            Assert.True(Assert.Single(results.Runs).IsQuick);
            Assert.Contains(results.Series, series => series.Subject == "ssegen" && series.Unit == unit && series.Median > 0);
            Assert.Contains(results.Series, series => series.Subject == "inbox" && series.Unit == unit && series.Median > 0);
            Assert.True(File.Exists(Path.Combine(directory.FullName, "benchmarks.md")));
            Assert.True(File.Exists(Path.Combine(directory.FullName, "images", $"benchmark-{suite}.svg")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output, string Progress)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var progress = new StringWriter();
        var exitCode = await CommandLineProgram.RunAsync(arguments, output, progress);
        return (exitCode, output.ToString(), progress.ToString());
    }
}
