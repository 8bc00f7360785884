using System.Globalization;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>Streams on which nothing happens: memory and processor time for each, heartbeats included where there are any.</summary>
internal sealed class IdleSuite : Suite
{
    private static readonly TimeSpan s_openTimeout = TimeSpan.FromSeconds(4);

    public override string Name => "idle";

    public override string Description => "10,000 idle streams (SseGen: with a heartbeat every 15 s): memory and CPU per connection";

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 500 : 10_000;
        var window = TimeSpan.FromSeconds(context.IsQuick ? 1 : 20);
        foreach (var protocol in new[] { WireProtocol.Http1, WireProtocol.Http2 })
        {
            var scenario = string.Create(
                CultureInfo.InvariantCulture, $"{streams:#,0} idle streams, {(protocol == WireProtocol.Http2 ? "h2c" : "HTTP/1.1")}");
            for (var round = 1; context.Wants(scenario) && round <= context.Rounds; round++)
            {
                context.Report($"{scenario}: round {round} of {context.Rounds}");
                foreach (var subject in round % 2 == 0 ? new[] { "inbox", "ssegen", "copy" } : ["copy", "ssegen", "inbox"])
                {
                    await MeasureAsync(context, scenario, subject, protocol, streams, window);
                }
            }
        }
    }

    /// <summary>Each round has a process of its own: memory that a process once had it keeps.</summary>
    private static async Task MeasureAsync(
        SuiteContext context, string scenario, string subject, WireProtocol protocol, int streams, TimeSpan window)
    {
        await using var server = await ServerCatalog.StartAsync(subject, protocol, Compilation.Jit);
        using (Open(server, protocol, 100))
        {
        }

        await CollectAsync(server, protocol);
        var memoryBefore = ProcessUsage.ResidentBytes(server.ProcessId);
        using var loop = Open(server, protocol, streams);
        await CollectAsync(server, protocol);
        var memory = ProcessUsage.ResidentBytes(server.ProcessId) - memoryBefore;
        var processorBefore = ProcessUsage.ProcessorSeconds(server.ProcessId);
        loop.Run(() => false, window);
        var processor = ProcessUsage.ProcessorSeconds(server.ProcessId) - processorBefore;
        if (loop.Open != streams)
        {
            throw new InvalidOperationException($"{subject}: {streams - loop.Open} of {streams} idle streams have ended.");
        }

        context.Recorder.Add(scenario, subject, Metrics.MemoryPerConnection, "kB", memory / 1e3 / streams);
        context.Recorder.Add(scenario, subject, "CPU of all of them", "ms/s", processor * 1e3 / window.TotalSeconds);
    }

    /// <summary>In-box answers nothing before there is an event, so that its streams are given a fixed time to be accepted.</summary>
    private static EpollLoop Open(ServerProcess server, WireProtocol protocol, int streams)
    {
        var loop = new EpollLoop();
        var request = protocol == WireProtocol.Http2 ? Requests.Http2("/idle") : Requests.Http1("/idle");
        for (var i = 0; i < streams; i++)
        {
            loop.Watch(StreamConnection.Open(server.Port, protocol, request));
            loop.ReadOnce(waitMilliseconds: 0);
        }

        loop.Run(() => loop.Connections.All(connection => connection.HeadersAt != 0), s_openTimeout);
        return loop;
    }

    /// <summary>What is garbage is not what a connection takes.</summary>
    private static async Task CollectAsync(ServerProcess server, WireProtocol protocol)
    {
        using var client = new HttpClient
        {
            DefaultRequestVersion = protocol == WireProtocol.Http2 ? new Version(2, 0) : new Version(1, 1),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/collect"));
    }
}
