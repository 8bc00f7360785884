using System.Globalization;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Measuring;

namespace SseGen.Benchmarks.Suites;

/// <summary>One publisher, many subscribers: the server's processor time for each delivered event.</summary>
internal sealed class FanoutSuite : Suite
{
    private static readonly FanoutScenario[] s_scenarios =
    [
        .. from setup in ServerSetup.All(isQuick: false)
           from subscribers in new[] { 1_000, 10_000 }
           from rate in new[] { 100, 1_000 }
           select new FanoutScenario(subscribers, rate, setup.Protocol, setup.Compilation),
    ];

    public override string Name => "fanout";

    public override string Description => "one publisher, 1,000 and 10,000 subscribers: server CPU per delivered event, latency, memory, losses";

    public override int OpenFiles => 11_000;

    public override async Task RunAsync(SuiteContext context)
    {
        var scenarios = context.IsQuick ? [new(100, 100, WireProtocol.Http1, Compilation.Jit)] : s_scenarios;
        foreach (var scenario in scenarios.Where(one => context.Wants(one.Title)))
        {
            await RunAsync(context, scenario);
        }
    }

    private static async Task RunAsync(SuiteContext context, FanoutScenario scenario)
    {
        List<(string Name, IFanoutServer Server)> servers = [];
        try
        {
            foreach (var name in scenario.Subjects)
            {
                servers.Add((name, await FanoutServers.StartAsync(name, scenario)));
            }

            var (seconds, warmUpSeconds) = context.IsQuick ? (1, 1) : (scenario.Seconds, scenario.WarmUpSeconds);
            await Interleaved.RunAsync(
                servers,
                context.Rounds,
                warmUp: one => FanoutRun.MeasureAsync(one.Server, scenario, warmUpSeconds),
                measure: async one => Record(context, scenario, one.Name, await FanoutRun.MeasureAsync(one.Server, scenario, seconds)),
                round => context.Report($"{scenario.Title}: round {round} of {context.Rounds}"));
        }
        finally
        {
            foreach (var (_, server) in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static void Record(SuiteContext context, FanoutScenario scenario, string subject, FanoutResult result)
    {
        void Add(string metric, string unit, double value) => context.Recorder.Add(scenario.Title, subject, metric, unit, value);

        Add(Metrics.ProcessorTime, "µs/event", result.ProcessorSeconds * 1e6 / result.Delivered);
        Add(Metrics.ResidentMemory, "MB", result.ResidentBytes / 1e6);
        Add("median latency", "ms", result.MedianLatency);
        Add("latency, 99 of 100", "ms", result.HighLatency);
        Add(Metrics.Lost, "events", result.Lost);
    }
}

/// <summary>How many, how fast, and over what.</summary>
internal sealed record FanoutScenario(int Subscribers, int Rate, WireProtocol Protocol, Compilation Compilation)
{
    public string Title => string.Create(
        CultureInfo.InvariantCulture,
        $"{Subscribers:#,0} subscribers, {Rate:#,0} events/s, {new ServerSetup(Protocol, Compilation).Title}");

    /// <summary>How long is published. What takes every server longer than that to deliver needs no more of it.</summary>
    public int Seconds => (long)Subscribers * Rate > 2_000_000 ? 1 : 4;

    /// <summary>A million deliveries or so, however slowly they come: the JIT replaces code by how often it has run, and does so for a while.</summary>
    public int WarmUpSeconds => (int)Math.Max(1, 1_000_000 / ((long)Subscribers * Rate));

    /// <summary>nchan is an nginx, has no h2c here, and is not fed 1,000 requests a second; FastEndpoints has no AOT build.</summary>
    public IEnumerable<string> Subjects =>
    [
        "ssegen",
        .. Rate >= 1_000 ? ["ssegen-coalesce"] : Array.Empty<string>(),
        "inbox",
        .. Compilation == Compilation.Jit ? ["fastendpoints"] : Array.Empty<string>(),
        "sharedarray",
        .. NchanServer.IsInstalled && Rate < 1_000 && Protocol == WireProtocol.Http1 && Compilation == Compilation.Jit ? ["nchan"] : Array.Empty<string>(),
    ];
}
