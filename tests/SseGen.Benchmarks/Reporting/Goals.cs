using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.Reporting;

/// <summary>All that the project has set itself about cost.</summary>
internal static class Goals
{
    private const string TickJit = "tick, HTTP/1.1, JIT", TickAot = "tick, HTTP/1.1, AOT";
    private const string Slow = "1,000 subscribers, 100 events/s, HTTP/1.1, JIT", Fast = "1,000 subscribers, 1,000 events/s, HTTP/1.1, JIT";
    private const string Keystroke = "1,000 handlers, keystroke in an unrelated body";

    public static IReadOnlyList<Goal> All { get; } =
    [
        Ratio("burst", TickJit, Metrics.ProcessorTime, "inbox", 0.2, "Burst of the tick, CPU against in-box, JIT"),
        Ratio("burst", TickJit, Metrics.ProcessorTime, "copy", 2.0, "Burst of the tick, CPU against the copy loop, JIT"),
        Ratio("burst", TickAot, Metrics.ProcessorTime, "inbox", 0.2, "Burst of the tick, CPU against in-box, AOT"),
        Ratio("burst", TickAot, Metrics.ProcessorTime, "copy", 2.0, "Burst of the tick, CPU against the copy loop, AOT"),
        Ratio("micro", "order, JIT", Metrics.Time, "stj", 0.5, "20 properties, time against System.Text.Json's fast path, JIT"),
        Ratio("micro", "order, AOT", Metrics.Time, "stj", 0.5, "20 properties, time against System.Text.Json's fast path, AOT"),
        Figure("micro", "tick, JIT", Metrics.Allocated, 0, "Tick, bytes allocated for an event"),
        Figure("micro", "chat, JIT", Metrics.Allocated, 0, "Chat message, bytes allocated for an event"),
        Figure("micro", "profile, JIT", Metrics.Allocated, 0, "Non-ASCII text, bytes allocated for an event"),
        Ratio("fanout", Slow, Metrics.ProcessorTime, "inbox", 0.8, "1,000 subscribers, 100 events/s, CPU against in-box"),
        Ratio("fanout", Fast, Metrics.ProcessorTime, "inbox", 0.85, "1,000 subscribers, 1,000 events/s, CPU against in-box"),
        Ratio("fanout", Slow, Metrics.ProcessorTime, "sharedarray", 1, "1,000 subscribers, 100 events/s, CPU against one shared array"),
        Ratio("fanout", Fast, Metrics.ProcessorTime, "sharedarray", 1, "1,000 subscribers, 1,000 events/s, CPU against one shared array"),
        Ratio("fanout", Fast, Metrics.ProcessorTime, "inbox", 0.4, "The same with a `CoalesceWindow` of 5 ms, CPU against in-box") with
        {
            Subject = "ssegen-coalesce",
        },
        Ratio("fanout", Fast, Metrics.ResidentMemory, "inbox", 0.5, "1,000 subscribers, 1,000 events/s, memory against in-box"),
        Figure("fanout", Slow, Metrics.Lost, 0, "1,000 subscribers, 100 events/s, events lost"),
        Figure("fanout", Fast, Metrics.Lost, 0, "1,000 subscribers, 1,000 events/s, events lost"),
        Ratio("idle", "10,000 idle streams, HTTP/1.1", Metrics.MemoryPerConnection, "inbox", 1, "Idle stream, memory against in-box") with
        {
            Cause = "Not profiled. Likely: in-box has sent nothing yet, SseGen its headers, one of which (X-Accel-Buffering) Kestrel keeps a table for.",
        },
        Figure("shutdown", "1,000 open streams, HTTP/1.1", Metrics.Time, 2, "SIGTERM with 1,000 open streams, seconds until the process is gone"),
        Figure("compiler", Keystroke, Metrics.Time, 5, "1,000 handlers, keystroke in an unrelated file, ms"),
        Figure("compiler", Keystroke, Metrics.OutputsChanged, 0, "1,000 handlers, keystroke in an unrelated file, generated files changed"),
        Ratio("compiler", "1,000 handlers, cold", Metrics.Time, "stj", 1, "1,000 handlers, cold generation against System.Text.Json's generator") with
        {
            Cause = "Over half of it is parsing, most of that Roslyn binding the attributes of members for the first time; each question about a member reads them again.",
        },
        Ratio("compiler", "1,000 handlers, cold", Metrics.Time, "compiler", 0.1, "1,000 handlers, analyzers against the rest of the compiler") with
        {
            Subject = "ssegen-analyzers",
        },
    ];

    private static Goal Ratio(string suite, string scenario, string metric, string reference, double limit, string text) => new()
    {
        Suite = suite,
        Scenario = scenario,
        Metric = metric,
        Reference = reference,
        Limit = limit,
        Text = text,
    };

    private static Goal Figure(string suite, string scenario, string metric, double limit, string text) => new()
    {
        Suite = suite,
        Scenario = scenario,
        Metric = metric,
        Limit = limit,
        Text = text,
    };
}
