using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SseGen.Benchmarks.Compiler;
using SseGen.Benchmarks.Measuring;
using SseGen.TestKit;

namespace SseGen.Benchmarks.Suites;

/// <summary>
/// What the generator and the analyzers cost whoever compiles, and whoever types. Processor time, because a generator runs on one
/// thread and an editor has others.
/// </summary>
internal sealed class CompilerSuite : Suite
{
    private const int AnalyzedRounds = 3;

    public override string Name => "compiler";

    public override string Description => "generator and analyzers over 10, 100 and 1,000 handlers: cold, and after one keystroke";

    public override async Task RunAsync(SuiteContext context)
    {
        foreach (var handlers in context.IsQuick ? new[] { 10, 100 } : [10, 100, 1_000])
        {
            var title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{handlers:#,0} handlers");
            if (!context.Wants(title))
            {
                continue;
            }

            var own = new Contestant("ssegen", GeneratedProject.WithEventStreams(handlers), Generators.SseGen);
            var json = new Contestant("stj", GeneratedProject.WithJsonContext(handlers), Generators.Json);
            // Round 0 warms the JIT up and is not counted.
            for (var round = 0; round <= context.Rounds; round++)
            {
                context.Report($"{title}: round {round} of {context.Rounds}");
                var record = round > 0;
                foreach (var one in round % 2 == 0 ? new[] { own, json } : [json, own])
                {
                    Generate(context, title, one, record);
                }

                // The whole compiler takes its time, and is there for the analyzers' share of it only.
                if (round is > 0 and <= AnalyzedRounds)
                {
                    await AnalyzeAsync(context, title, own, record);
                }
            }
        }
    }

    private static void Generate(SuiteContext context, string title, Contestant contestant, bool record)
    {
        var project = contestant.Project.Fresh();

        // What the other has left behind is not this one's to collect.
        GC.Collect();
        var (driver, cold) = Run(contestant.CreateDriver(), project);
        Record(context, $"{title}, cold", contestant.Name, cold, record);
        foreach (var keystroke in Keystroke.All.Where(one => one.Applies(contestant.Name)))
        {
            // The first edit makes the tree one that the compiler has re-parsed; the second is what typing is like.
            (driver, _) = Run(driver, project = keystroke.Press(project));
            var before = Outputs(driver);
            (driver, var elapsed) = Run(driver, project = keystroke.Press(project));
            var changed = Outputs(driver).Count(output => !before.Contains(output));
            var scenario = $"{title}, {keystroke.Title}";
            Record(context, scenario, contestant.Name, elapsed, record);
            if (record)
            {
                context.Recorder.Add(scenario, contestant.Name, Metrics.OutputsChanged, "files", changed);
            }
        }
    }

    private static async Task AnalyzeAsync(SuiteContext context, string title, Contestant contestant, bool record)
    {
        var (driver, _) = Run(contestant.CreateDriver(), contestant.Project.Fresh());
        var compilation = contestant.Project.Fresh().Compilation.AddSyntaxTrees(
            driver.GetRunResult().GeneratedTrees);
        var process = Process.GetCurrentProcess();
        var started = process.TotalProcessorTime;
        compilation.Emit(Stream.Null);
        process.Refresh();
        Record(context, $"{title}, cold", "compiler", process.TotalProcessorTime - started, record);

        var analyzers = CompilerExtensions.Analyzers();
        var analyzed = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        await analyzed.GetAnalyzerDiagnosticsAsync();
        var total = TimeSpan.Zero;
        foreach (var analyzer in analyzers)
        {
            total += (await analyzed.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
        }

        Record(context, $"{title}, cold", "ssegen-analyzers", total, record);
    }

    private static (GeneratorDriver Driver, TimeSpan Elapsed) Run(GeneratorDriver driver, GeneratedProject project)
    {
        var started = ThreadClock.Now;
        driver = driver.RunGenerators(project.Compilation);
        var elapsed = ThreadClock.Now - started;
        var failed = driver.GetRunResult().Results.Select(result => result.Exception).FirstOrDefault(exception => exception is not null);
        return failed is null ? (driver, elapsed) : throw new InvalidOperationException("A generator failed.", failed);
    }

    /// <summary>The generated texts, as objects: one that came from the cache is the same object.</summary>
    private static HashSet<SourceText> Outputs(GeneratorDriver driver) =>
        [.. driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).Select(source => source.SourceText)];

    private static void Record(SuiteContext context, string scenario, string subject, TimeSpan elapsed, bool record)
    {
        if (record)
        {
            context.Recorder.Add(scenario, subject, Metrics.Time, "ms", elapsed.TotalMilliseconds);
        }
    }

    private sealed record Contestant(string Name, GeneratedProject Project, Func<GeneratorDriver> CreateDriver);
}
