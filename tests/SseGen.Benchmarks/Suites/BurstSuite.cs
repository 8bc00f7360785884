using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Measuring;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>One stream, as fast as it can be written: the server's processor time for each event.</summary>
internal sealed class BurstSuite : Suite
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    public override string Name => "burst";

    public override string Description => "one stream as fast as it can be written: server CPU per event";

    public override async Task RunAsync(SuiteContext context)
    {
        foreach (var compilation in new[] { Compilation.Jit, Compilation.Aot })
        {
            foreach (var protocol in new[] { WireProtocol.Http1, WireProtocol.Http2 })
            {
                foreach (var payload in new[] { "tick", "order" })
                {
                    var scenario = Scenario(payload, protocol, compilation);
                    if (context.Wants(scenario))
                    {
                        await RunAsync(context, scenario, payload, protocol, compilation);
                    }
                }
            }
        }
    }

    public static string Scenario(string payload, WireProtocol protocol, Compilation compilation) =>
        $"{payload}, {new ServerSetup(protocol, compilation).Title}";

    private static async Task RunAsync(SuiteContext context, string scenario, string payload, WireProtocol protocol, Compilation compilation)
    {
        List<Subject> subjects = [];
        try
        {
            foreach (var name in Subjects(compilation))
            {
                subjects.Add(new Subject(name, await ServerCatalog.StartAsync(name, protocol, compilation)));
            }

            // The load that one second of the server's time is worth, so that the clock of /proc, which ticks a hundred times
            // a second, is fine enough for the quickest of them.
            var seconds = context.IsQuick ? 0.2 : 1.0;
            await Interleaved.RunAsync(
                subjects,
                context.Rounds,
                warmUp: subject => CalibrateAsync(subject, payload, protocol, seconds),
                measure: subject =>
                {
                    var (processorSeconds, elapsed) = Burst(subject.Server, payload, protocol, subject.Count);
                    context.Recorder.Add(scenario, subject.Name, Metrics.ProcessorTime, "µs/event", processorSeconds * 1e6 / subject.Count);
                    context.Recorder.Add(scenario, subject.Name, Metrics.Throughput, "events/s", subject.Count / elapsed);
                    return Task.CompletedTask;
                },
                round => context.Report($"{scenario}: round {round} of {context.Rounds}"));
            foreach (var subject in subjects)
            {
                context.Recorder.Add(
                    scenario, subject.Name, Metrics.ResidentMemory, "MB", ProcessUsage.ResidentBytes(subject.Server.ProcessId) / 1e6);
            }
        }
        finally
        {
            foreach (var subject in subjects)
            {
                await subject.Server.DisposeAsync();
            }
        }
    }

    /// <summary>FastEndpoints finds its endpoints by reflection, and so has no AOT build.</summary>
    private static string[] Subjects(Compilation compilation) => compilation == Compilation.Aot
        ? ["ssegen", "inbox", "copy", "jsonwriter"]
        : ["ssegen", "inbox", "fastendpoints", "copy", "jsonwriter"];

    /// <summary>Warms the server up, past the JIT's tiers, and finds how many events keep it busy for the wanted time.</summary>
    private static Task CalibrateAsync(Subject subject, string payload, WireProtocol protocol, double seconds)
    {
        const int Probe = 50_000, MostBursts = 20;
        for (var i = 0; i < 4; i++)
        {
            Burst(subject.Server, payload, protocol, Probe);
        }

        // Tiers are replaced while the code runs, and that takes a while: warm is a server whose bursts do not become cheaper any more.
        subject.Count = Probe;
        var cost = double.PositiveInfinity;
        for (var i = 0; i < MostBursts; i++)
        {
            var (processorSeconds, _) = Burst(subject.Server, payload, protocol, subject.Count);
            var costBefore = cost;
            cost = processorSeconds / subject.Count;
            if (processorSeconds > seconds / 2 && cost > costBefore * 0.95)
            {
                break;
            }

            // At most twice as many: what a short burst says of a long one is not much.
            subject.Count = (int)Math.Min(subject.Count * 2L, Math.Max(seconds / Math.Max(cost, 1e-9), Probe));
        }

        return Task.CompletedTask;
    }

    private static (double ProcessorSeconds, double Elapsed) Burst(ServerProcess server, string payload, WireProtocol protocol, int count)
    {
        var path = $"/burst/{payload}?count={count}";
        var request = protocol == WireProtocol.Http2 ? Requests.Http2(path) : Requests.Http1(path);
        using var loop = new EpollLoop();
        var before = ProcessUsage.ProcessorSeconds(server.ProcessId);
        var connection = StreamConnection.Open(server.Port, protocol, request);
        loop.Watch(connection);
        var ended = loop.Run(() => loop.Open == 0, s_timeout);
        var processorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - before;
        if (!ended || !connection.EndedCleanly || connection.Events != count)
        {
            throw new InvalidOperationException(
                $"{path}: {connection.Events} events of {count}, ended {(connection.EndedCleanly ? "cleanly" : "badly")}.");
        }

        return (processorSeconds, (connection.EndedAt - connection.OpenedAt) / (double)System.Diagnostics.Stopwatch.Frequency);
    }

    private sealed class Subject(string name, ServerProcess server)
    {
        public string Name { get; } = name;

        public ServerProcess Server { get; } = server;

        /// <summary>Events of one round.</summary>
        public int Count { get; set; }
    }
}
