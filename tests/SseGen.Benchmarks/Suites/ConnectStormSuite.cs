using System.Diagnostics;
using System.Globalization;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Measuring;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>What a stream costs to open: everybody comes at once, as after a restart, and waits for a first event.</summary>
internal sealed class ConnectStormSuite : Suite
{
    /// <summary>From the third on a storm becomes no cheaper: the JIT has replaced what it runs by then.</summary>
    private const int WarmUpStorms = 3;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    public override string Name => "connect-storm";

    public override string Description => "5,000 streams opened at once: server CPU per stream, time to the first event";

    public override int OpenFiles => 6_000;

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 200 : 5_000;
        foreach (var setup in ServerSetup.All(context.IsQuick))
        {
            var scenario = string.Create(CultureInfo.InvariantCulture, $"{streams:#,0} streams at once, {setup.Title}");
            if (context.Wants(scenario))
            {
                await RunAsync(context, scenario, streams, setup);
            }
        }
    }

    private static async Task RunAsync(SuiteContext context, string scenario, int streams, ServerSetup setup)
    {
        List<(string Name, ServerProcess Server)> servers = [];
        try
        {
            foreach (var name in setup.Subjects)
            {
                servers.Add((name, await ServerCatalog.StartAsync(name, setup.Protocol, setup.Compilation)));
            }

            await Interleaved.RunAsync(
                servers,
                context.Rounds,
                warmUp: async one =>
                {
                    for (var i = 0; i < WarmUpStorms; i++)
                    {
                        await StormAsync(one.Server, setup.Protocol, streams);
                    }
                },
                measure: async one =>
                {
                    var (processorSeconds, milliseconds) = await StormAsync(one.Server, setup.Protocol, streams);
                    context.Recorder.Add(scenario, one.Name, Metrics.ProcessorTime, "µs/stream", processorSeconds * 1e6 / streams);
                    context.Recorder.Add(scenario, one.Name, "first event, median", "ms", milliseconds[streams / 2]);
                    context.Recorder.Add(scenario, one.Name, "first event, 99 of 100", "ms", milliseconds[(int)(streams * 0.99)]);
                },
                round => context.Report($"{scenario}: round {round} of {context.Rounds}"));
        }
        finally
        {
            foreach (var (_, server) in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    /// <summary>One storm, and the wait until the server has let go of those who have left.</summary>
    private static async Task<(double ProcessorSeconds, double[] Milliseconds)> StormAsync(ServerProcess server, WireProtocol protocol, int streams)
    {
        var storm = Storm(server, protocol, streams);
        await ProcessUsage.WaitUntilQuietAsync(server.ProcessId);
        return storm;
    }

    private static (double ProcessorSeconds, double[] Milliseconds) Storm(ServerProcess server, WireProtocol protocol, int streams)
    {
        using var loop = new EpollLoop();
        var before = ProcessUsage.ProcessorSeconds(server.ProcessId);
        var group = StreamGroup.Connect(loop, server.Port, protocol, "/first", streams);
        if (!loop.Run(() => group.AllHaveAnEvent, s_timeout))
        {
            throw new TimeoutException($"{group.Connections.Count(connection => connection.FirstEventAt == 0)} streams never had an event.");
        }

        var processorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - before;
        return (processorSeconds,
        [
            .. group.Connections
                .Select(connection => Stopwatch.GetElapsedTime(connection.OpenedAt, connection.FirstEventAt).TotalMilliseconds)
                .Order(),
        ]);
    }
}
