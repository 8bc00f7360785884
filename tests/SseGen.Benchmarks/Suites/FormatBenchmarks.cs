using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using SseGen.Benchmarks.Formatting;

namespace SseGen.Benchmarks.Suites;

/// <summary>The cases as BenchmarkDotNet benchmarks, run in this process.</summary>
public class FormatBenchmarks
{
    private const int Batch = 64;

    private static IReadOnlyList<FormatCase> s_cases = FormatCases.All;

    /// <summary>What <see cref="Case"/> goes through.</summary>
    public static IEnumerable<FormatCase> Cases => s_cases;

    /// <summary>The case at hand.</summary>
    [ParamsSource(nameof(Cases))]
    public FormatCase Case { get; set; } = FormatCases.All[0];

    /// <summary>Formats events one after the other; in-box's formatter can only be asked for many.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Format() => Case.Run(Batch);

    /// <summary>One round: every case in the order given. Rounds are short, because the caller asks for several and interleaves them.</summary>
    internal static IReadOnlyList<(FormatCase Case, double Nanoseconds, double AllocatedBytes)> Run(IReadOnlyList<FormatCase> cases, bool isQuick)
    {
        s_cases = cases;
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.DontLogOutput)
            .WithIterationTime(TimeInterval.FromMilliseconds(isQuick ? 10 : 100))
            .WithWarmupCount(isQuick ? 1 : 3)
            .WithIterationCount(isQuick ? 1 : 3);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(NullLogger.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator)
            .WithArtifactsPath(Path.Combine(Processes.Repository.Scratch, "BenchmarkDotNet"));
        var summary = BenchmarkRunner.Run<FormatBenchmarks>(config);
        return
        [
            .. summary.Reports.Select(report => (
                (FormatCase)report.BenchmarkCase.Parameters["Case"],
                report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} did not run."),
                (double)(report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0))),
        ];
    }
}
