using SseGen.Benchmarks.Suites;

namespace SseGen.Benchmarks.Reporting;

/// <summary>All that the project has set itself about cost.</summary>
internal static class Goals
{
    private const string TickJit = "tick, HTTP/1.1, JIT", TickAot = "tick, HTTP/1.1, AOT";
    private const string Slow = "1,000 subscribers, 100 events/s, HTTP/1.1, JIT", Fast = "1,000 subscribers, 1,000 events/s, HTTP/1.1, JIT";
    private const string ManySlow = "10,000 subscribers, 100 events/s, HTTP/1.1, JIT", ManyFast = "10,000 subscribers, 1,000 events/s, HTTP/1.1, JIT";
    private const string Keystroke = "1,000 handlers, keystroke in an unrelated body";

    private const string SendsDominate =
        "A profile shows most of it in the kernel's send, one for each subscriber and event, as for everybody, most of the rest in Kestrel, and little in "
        + "SseGen itself. The loop over one shared array, which does nothing but send, is there to compare with, and nginx with nchan, which is C.";

    private const string LoopFormatsNothing =
        "The loop copies an event that is ready; SseGen asks the handler for each and formats it. A profile shows what it has beyond the loop in numbers and "
        + "dates, and in waking the thread that sends, which sleeps in between because the next block takes longer to come.";

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
            Cause = "Both send as often. A profile shows what SseGen has beyond the loop in its own steps for each stream: to wake it, to take the event, to note "
                + "when something was sent. The loop has none of them; it has no replay, no heartbeats and no policy for a slow client either.",
        },
        Ratio("fanout", Fast, Metrics.ProcessorTime, "sharedarray", 1, "1,000 subscribers, 1,000 events/s, CPU against one shared array"),
        Ratio("fanout", Fast, Metrics.ProcessorTime, "inbox", 0.4, "The same with a `CoalesceWindow` of 5 ms, CPU against in-box") with
        {
            Subject = "ssegen-coalesce",
            Cause = "One send to each of 1,000 subscribers in every window takes more than two processors have, next to the client. So the sends fall behind, "
                + "which counting them shows, and what is measured is the share of the machine that the server gets, and not what the window saves. In-box falls "
                + "behind as well, and sends still more events at a time.",
        },
        Ratio("fanout", Fast, Metrics.ResidentMemory, "inbox", 0.5, "1,000 subscribers, 1,000 events/s, memory against in-box") with
        {
            Cause = "The loop over one shared array takes as much: it is the runtime's own memory, and Kestrel's for its connections. What in-box has beyond that "
                + "is what waits in its channels, and how much that is depends on how far it falls behind on the machine at hand.",
        },
        Figure("fanout", Slow, Metrics.Lost, 0, "1,000 subscribers, 100 events/s, events lost"),
        Figure("fanout", Fast, Metrics.Lost, 0, "1,000 subscribers, 1,000 events/s, events lost"),
        Figure("fanout", ManySlow, Metrics.Lost, 0, "10,000 subscribers, 100 events/s, events lost"),
        Figure("fanout", ManyFast, Metrics.Lost, 0, "10,000 subscribers, 1,000 events/s, events lost"),
        Idle("HTTP/1.1, JIT", kept: "a segment of the pipe"),
        Idle("h2c, JIT", kept: "an entry each in the connection's HPACK table"),
        Idle("HTTP/1.1, AOT", kept: "a segment of the pipe"),
        Idle("h2c, AOT", kept: "an entry each in the connection's HPACK table"),
        Figure("shutdown", "1,000 open streams, HTTP/1.1, JIT", Metrics.Time, 2, "SIGTERM with 1,000 open streams, seconds until the process is gone"),
        Figure("compiler", Keystroke, Metrics.Time, 5, "1,000 handlers, keystroke in an unrelated file, ms") with
        {
            Cause = "Most of it is Roslyn's: a driver that changes nothing compares the names of all generated files with one another. Fewer and larger "
                + "generated files would take less.",
        },
        Figure("compiler", Keystroke, Metrics.OutputsChanged, 0, "1,000 handlers, keystroke in an unrelated file, generated files changed"),
        Ratio("compiler", "1,000 handlers, cold", Metrics.Time, "stj", 1, "1,000 handlers, cold generation against System.Text.Json's generator") with
        {
            Cause = "A profile shows it in Roslyn, for the most part, which makes members of types and binds attributes and signatures for the first "
                + "time, and in the garbage collector, which meets these symbols alive. What is the generator's own is spread over all of it. Handlers "
                + "are work that System.Text.Json's generator does not have.",
        },
        Ratio("compiler", "1,000 handlers, cold", Metrics.Time, "compiler", 0.1, "1,000 handlers, analyzers against the rest of the compiler") with
        {
            Subject = "ssegen-analyzers",
        },
    ];

    private static Goal Idle(string setup, string kept) =>
        Ratio("idle", $"10,000 idle streams, {setup}", Metrics.MemoryPerConnection, "inbox", 1, $"Idle stream, memory against in-box, {setup}") with
        {
            Cause = $"In-box has sent nothing yet. SseGen has sent its headers, for which Kestrel keeps {kept}, and a table for the one that it "
                + "does not know (X-Accel-Buffering). The heap shows both, and without them SseGen is where in-box is.",
        };

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
