using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.Reporting;

/// <summary>All that the project has set itself about cost.</summary>
internal static class Goals
{
    private const string TickJit = "tick, HTTP/1.1, JIT", TickAot = "tick, HTTP/1.1, AOT";
    private const string Slow = "1,000 subscribers, 100 events/s, HTTP/1.1, JIT", Fast = "1,000 subscribers, 1,000 events/s, HTTP/1.1, JIT";
    private const string Keystroke = "1,000 handlers, keystroke in an unrelated body";

    private const string SendsDominate =
        "A profile shows most of it in the kernel: one send for each subscriber and event, by all of them alike. nginx with nchan, which is C and has no "
        + "runtime to pay for, is there to compare with.";

    private const string LoopFormatsNothing =
        "Not profiled yet. The loop copies an event that is ready; SseGen asks the handler for each and formats it. Runs of the same day gave ratios on both "
        + "sides of the limit.";

    public static IReadOnlyList<Goal> All { get; } =
    [
        Ratio("burst", TickJit, Metrics.ProcessorTime, "inbox", 0.2, "Burst of the tick, CPU against in-box, JIT"),
        Ratio("burst", TickJit, Metrics.ProcessorTime, "copy", 2.0, "Burst of the tick, CPU against the copy loop, JIT") with { Cause = LoopFormatsNothing },
        Ratio("burst", TickAot, Metrics.ProcessorTime, "inbox", 0.2, "Burst of the tick, CPU against in-box, AOT"),
        Ratio("burst", TickAot, Metrics.ProcessorTime, "copy", 2.0, "Burst of the tick, CPU against the copy loop, AOT") with { Cause = LoopFormatsNothing },
        Ratio("micro", "order, JIT", Metrics.Time, "stj", 0.5, "20 properties, time against System.Text.Json's fast path, JIT"),
        Ratio("micro", "order, AOT", Metrics.Time, "stj", 0.5, "20 properties, time against System.Text.Json's fast path, AOT"),
        Figure("micro", "tick, JIT", Metrics.Allocated, 0, "Tick, bytes allocated for an event"),
        Figure("micro", "chat, JIT", Metrics.Allocated, 0, "Chat message, bytes allocated for an event"),
        Figure("micro", "profile, JIT", Metrics.Allocated, 0, "Non-ASCII text, bytes allocated for an event"),
        Ratio("fanout", Slow, Metrics.ProcessorTime, "inbox", 0.8, "1,000 subscribers, 100 events/s, CPU against in-box") with { Cause = SendsDominate },
        Ratio("fanout", Fast, Metrics.ProcessorTime, "inbox", 0.85, "1,000 subscribers, 1,000 events/s, CPU against in-box"),
        Ratio("fanout", Slow, Metrics.ProcessorTime, "sharedarray", 1, "1,000 subscribers, 100 events/s, CPU against one shared array") with
        {
            Cause = "Both send as often. The loop writes to all bodies on the publisher's own thread, and waits there for the slowest; a topic wakes its "
                + "subscribers on threads of the pool, so that publishing waits for nobody, and pays for the hand-over.",
        },
        Ratio("fanout", Fast, Metrics.ProcessorTime, "sharedarray", 1, "1,000 subscribers, 1,000 events/s, CPU against one shared array"),
        Ratio("fanout", Fast, Metrics.ProcessorTime, "inbox", 0.4, "The same with a `CoalesceWindow` of 5 ms, CPU against in-box") with
        {
            Subject = "ssegen-coalesce",
            Cause = "A profile shows most of it in the kernel's send. To send something to 1,000 subscribers in each window takes all that two "
                + "processors have, next to the client: the sends fall behind, and what leaves is as much as can leave. In-box keeps up even less: what it "
                + "sends late it sends many events at a time, as its latency shows, and so for little.",
        },
        Ratio("fanout", Fast, Metrics.ResidentMemory, "inbox", 0.5, "1,000 subscribers, 1,000 events/s, memory against in-box"),
        Figure("fanout", Slow, Metrics.Lost, 0, "1,000 subscribers, 100 events/s, events lost"),
        Figure("fanout", Fast, Metrics.Lost, 0, "1,000 subscribers, 1,000 events/s, events lost"),
        Ratio("idle", "10,000 idle streams, HTTP/1.1, JIT", Metrics.MemoryPerConnection, "inbox", 1, "Idle stream, memory against in-box") with
        {
            Cause = "In-box has sent nothing yet. SseGen has sent its headers, for which Kestrel keeps a segment of the pipe, and a table for the one that it "
                + "does not know (X-Accel-Buffering); the heap shows both, and without them SseGen would be below.",
        },
        Figure("shutdown", "1,000 open streams, HTTP/1.1, JIT", Metrics.Time, 2, "SIGTERM with 1,000 open streams, seconds until the process is gone"),
        Figure("compiler", Keystroke, Metrics.Time, 5, "1,000 handlers, keystroke in an unrelated file, ms") with
        {
            Cause = "Most of it is Roslyn's: a driver that changes nothing compares the names of all generated files with one another. Fewer and larger "
                + "generated files would take less.",
        },
        Figure("compiler", Keystroke, Metrics.OutputsChanged, 0, "1,000 handlers, keystroke in an unrelated file, generated files changed"),
        Ratio("compiler", "1,000 handlers, cold", Metrics.Time, "stj", 1, "1,000 handlers, cold generation against System.Text.Json's generator") with
        {
            Cause = "Most of it is Roslyn making the members of payload types for the first time, with what records have of their own, and "
                + "the garbage collector, which meets these symbols alive; handlers are work that System.Text.Json's generator does not have.",
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
