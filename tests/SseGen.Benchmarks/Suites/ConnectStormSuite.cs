using System.Diagnostics;
using System.Globalization;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Measuring;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>What a stream costs to open: everybody comes at once, as after a restart, and waits for a first event.</summary>
internal sealed class ConnectStormSuite : Suite
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    public override string Name => "connect-storm";

    public override string Description => "5,000 streams opened at once: server CPU per stream, time to the first event";

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 200 : 5_000;
        foreach (var compilation in context.IsQuick ? [Compilation.Jit] : new[] { Compilation.Jit, Compilation.Aot })
        {
            var scenario = string.Create(
                CultureInfo.InvariantCulture, $"{streams:#,0} streams at once, HTTP/1.1, {(compilation == Compilation.Aot ? "AOT" : "JIT")}");
            if (context.Wants(scenario))
            {
                await RunAsync(context, scenario, streams, compilation);
            }
        }
    }

    private static async Task RunAsync(SuiteContext context, string scenario, int streams, Compilation compilation)
    {
        List<(string Name, ServerProcess Server)> servers = [];
        try
        {
            foreach (var name in new[] { "ssegen", "inbox", "copy" })
            {
                servers.Add((name, await ServerCatalog.StartAsync(name, WireProtocol.Http1, compilation)));
            }

            await Interleaved.RunAsync(
                servers,
                context.Rounds,
                warmUp: one =>
                {
                    Storm(one.Server, streams);
                    return Task.CompletedTask;
                },
                measure: one =>
                {
                    var (processorSeconds, milliseconds) = Storm(one.Server, streams);
                    context.Recorder.Add(scenario, one.Name, Metrics.ProcessorTime, "µs/stream", processorSeconds * 1e6 / streams);
                    context.Recorder.Add(scenario, one.Name, "first event, median", "ms", milliseconds[streams / 2]);
                    context.Recorder.Add(scenario, one.Name, "first event, 99 of 100", "ms", milliseconds[(int)(streams * 0.99)]);
                    return Task.CompletedTask;
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

    private static (double ProcessorSeconds, double[] Milliseconds) Storm(ServerProcess server, int streams)
    {
        using var loop = new EpollLoop();
        var request = Requests.Http1("/first");
        var before = ProcessUsage.ProcessorSeconds(server.ProcessId);
        for (var i = 0; i < streams; i++)
        {
            loop.Watch(StreamConnection.Open(server.Port, WireProtocol.Http1, request));
            loop.ReadOnce(waitMilliseconds: 0);
        }

        if (!loop.Run(() => loop.Connections.All(connection => connection.FirstEventAt != 0), s_timeout))
        {
            throw new TimeoutException($"{loop.Connections.Count(connection => connection.FirstEventAt == 0)} streams never had an event.");
        }

        var processorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - before;
        return (processorSeconds,
        [
            .. loop.Connections
                .Select(connection => Stopwatch.GetElapsedTime(connection.OpenedAt, connection.FirstEventAt).TotalMilliseconds)
                .Order(),
        ]);
    }
}
