using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.CommandLine;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    public static string Text => $"""
        Measures SseGen side by side with its peers, on this machine.

        Usage: dotnet run -c Release --project tests/SseGen.Benchmarks -- <command> [options]

        Commands:
        {string.Join('\n', Suite.All.Select(suite => $"  {suite.Name,-14} {suite.Description}"))}
          report         writes docs/benchmarks.md and the charts from docs/benchmarks.json, measures nothing
          all            every suite, one after the other, then the report

        Options:
          --quick            seconds instead of minutes; nothing is written unless --results is given
          --rounds <n>       rounds for each subject (default 7; 2 with --quick)
          --filter <text>    only scenarios with this in their name; nothing is written unless --results is given, and there they
                             replace only themselves
          --results <file>   the results file (default docs/benchmarks.json); the report is written beside it
          --help             this text

        Servers run as processes of their own on loopback ports and end with this program. A suite says what it does while
        it runs. A whole run needs a `ulimit -n` of at least {Suite.All.Max(suite => suite.OpenFiles)}, as a socket is a file. Figures
        are medians of interleaved rounds; compare ratios, not figures of different machines.
        """;
}
