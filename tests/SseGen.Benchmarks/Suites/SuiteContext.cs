using SseGen.Benchmarks.CommandLine;
using SseGen.Benchmarks.Measuring;

namespace SseGen.Benchmarks.Suites;

/// <summary>What a suite is told, and where it puts what it finds.</summary>
internal sealed class SuiteContext(Options options, Recorder recorder, TextWriter progress)
{
    public Options Options { get; } = options;

    public Recorder Recorder { get; } = recorder;

    /// <summary>A full run has at least five rounds, or its median says little.</summary>
    public int Rounds { get; } = options.Rounds ?? (options.IsQuick ? 2 : 7);

    public bool IsQuick => Options.IsQuick;

    /// <summary>Whether <c>--filter</c> leaves it in.</summary>
    public bool Wants(string name) => Options.Filter is not { } filter || name.Contains(filter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says what goes on.</summary>
    public void Report(string message) => progress.WriteLine($"  {message}");
}
