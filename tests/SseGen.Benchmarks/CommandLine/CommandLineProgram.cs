using System.Diagnostics;
using SseGen.Benchmarks.Measuring;
using SseGen.Benchmarks.Processes;
using SseGen.Benchmarks.Reporting;
using SseGen.Benchmarks.Results;
using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.CommandLine;

/// <summary>From arguments to results.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter progress)
    {
        try
        {
            var options = Options.Parse(arguments);
            if (options.WantsHelp || options.Command.Length == 0)
            {
                await output.WriteLineAsync(Help.Text);
                return 0;
            }

            await RunAsync(options, output, progress);
            return 0;
        }
        catch (UsageException exception)
        {
            await progress.WriteLineAsync($"{exception.Message} --help tells what there is.");
            return 2;
        }
    }

    private static async Task RunAsync(Options options, TextWriter output, TextWriter progress)
    {
        var path = options.Results ?? Path.Combine(Repository.Documents, "benchmarks.json");
        var suites = Suites(options.Command);
        if (!options.IsQuick && suites.MaxBy(suite => suite.OpenFiles) is { } greediest)
        {
            OpenFileLimit.Require(greediest.Name, greediest.OpenFiles);
        }

        foreach (var suite in suites)
        {
            var (run, series) = await RunAsync(suite, options, progress);
            await output.WriteLineAsync(ConsoleReport.Of(series));
            if (options.IsKept)
            {
                ResultsFile.Load(path).With(run, series, isPart: options.Filter is not null).Save(path);
            }
        }

        if (options.IsKept)
        {
            ReportWriter.Write(ResultsFile.Load(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
            await progress.WriteLineAsync($"Report written beside {Path.GetFileName(path)}.");
        }
    }

    private static IReadOnlyList<Suite> Suites(string command) => command switch
    {
        "all" => Suite.All,
        "report" => [],
        _ => [Suite.All.FirstOrDefault(suite => suite.Name == command) ?? throw new UsageException($"There is no command {command}.")],
    };

    private static async Task<(SuiteRun Run, IReadOnlyList<Series> Series)> RunAsync(Suite suite, Options options, TextWriter progress)
    {
        var recorder = new Recorder(suite.Name);
        var context = new SuiteContext(options, recorder, progress);
        var started = Stopwatch.GetTimestamp();
        await progress.WriteLineAsync($"{suite.Name}: {suite.Description}");
        await suite.RunAsync(context);
        await progress.WriteLineAsync($"{suite.Name}: done in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        return (new SuiteRun(suite.Name, DateTime.UtcNow.Date, context.Rounds, options.IsQuick, ResultsFile.Machine), recorder.Series);
    }
}
