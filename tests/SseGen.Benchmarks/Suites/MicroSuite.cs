using System.Globalization;
using SseGen.Benchmarks.Formatting;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>Serialise and frame one event into memory that is there.</summary>
internal sealed class MicroSuite : Suite
{
    public override string Name => "micro";

    public override string Description => "serialise and frame one event of 6 payloads: time and allocated bytes (JIT: BenchmarkDotNet; AOT: a loop in the binary)";

    public override async Task RunAsync(SuiteContext context)
    {
        var cases = FormatCases.All.Where(one => context.Wants($"{one.Payload}, JIT")).ToArray();
        for (var round = 1; cases.Length > 0 && round <= context.Rounds; round++)
        {
            context.Report($"JIT: round {round} of {context.Rounds}");
            foreach (var (one, nanoseconds, bytes) in FormatBenchmarks.Run(round % 2 == 0 ? [.. cases.Reverse()] : cases, context.IsQuick))
            {
                Record(context, $"{one.Payload}, JIT", one.Subject, nanoseconds, bytes);
            }
        }

        // Publishing takes a minute: not for a quick run.
        if (!context.IsQuick && FormatCases.All.Any(one => context.Wants($"{one.Payload}, AOT")))
        {
            await RunAotAsync(context);
        }
    }

    private static async Task RunAotAsync(SuiteContext context)
    {
        context.Report("AOT: publish");
        var binary = await ServerCatalog.PublishedAsync();
        for (var round = 1; round <= context.Rounds; round++)
        {
            context.Report($"AOT: round {round} of {context.Rounds}");
            foreach (var line in await Command.OutputAsync(binary, "format", "100"))
            {
                if (line.Split(' ') is [var payload, var subject, var nanoseconds, var bytes] && context.Wants($"{payload}, AOT"))
                {
                    Record(context, $"{payload}, AOT", subject, Number(nanoseconds), Number(bytes));
                }
            }
        }

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static void Record(SuiteContext context, string scenario, string subject, double nanoseconds, double bytes)
    {
        context.Recorder.Add(scenario, subject, Metrics.Time, "ns", nanoseconds);
        context.Recorder.Add(scenario, subject, Metrics.Allocated, "bytes", Math.Round(bytes));
    }
}
