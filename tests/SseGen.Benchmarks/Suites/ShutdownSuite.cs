using System.Diagnostics;
using System.Globalization;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>SIGTERM while streams are open: how long the process takes, and how its clients fare.</summary>
internal sealed class ShutdownSuite : Suite
{
    /// <summary>The in-box result lets the host wait for its whole shutdown timeout of 30 s: five times are enough.</summary>
    private const int MostRounds = 5;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(45);

    public override string Name => "shutdown";

    public override string Description => "SIGTERM with 1,000 open streams: time until the process is gone, streams ended cleanly";

    public override async Task RunAsync(SuiteContext context)
    {
        var streams = context.IsQuick ? 50 : 1_000;
        foreach (var protocol in new[] { WireProtocol.Http1, WireProtocol.Http2 })
        {
            var scenario = string.Create(
                CultureInfo.InvariantCulture, $"{streams:#,0} open streams, {(protocol == WireProtocol.Http2 ? "h2c" : "HTTP/1.1")}");
            for (var round = 1; context.Wants(scenario) && round <= Math.Min(MostRounds, context.Rounds); round++)
            {
                context.Report($"{scenario}: round {round}");
                // A quick run cannot wait for a peer's 30 seconds.
                foreach (var subject in context.IsQuick ? ["ssegen"] : new[] { "ssegen", "inbox" })
                {
                    await MeasureAsync(context, scenario, subject, protocol, streams);
                }
            }
        }
    }

    private static async Task MeasureAsync(SuiteContext context, string scenario, string subject, WireProtocol protocol, int streams)
    {
        await using var server = await ServerCatalog.StartAsync(subject, protocol, Compilation.Jit);
        using var loop = new EpollLoop();
        var request = protocol == WireProtocol.Http2 ? Requests.Http2("/first") : Requests.Http1("/first");
        for (var i = 0; i < streams; i++)
        {
            loop.Watch(StreamConnection.Open(server.Port, protocol, request));
            loop.ReadOnce(waitMilliseconds: 0);
        }

        if (!loop.Run(() => loop.Connections.All(connection => connection.FirstEventAt != 0), s_timeout))
        {
            throw new TimeoutException("Not every stream had its first event.");
        }

        var started = Stopwatch.GetTimestamp();
        Signals.SendTerminate(server.ProcessId);
        if (!loop.Run(() => server.HasExited, s_timeout))
        {
            throw new TimeoutException($"{subject} is still there {s_timeout.TotalSeconds} s after SIGTERM.");
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        loop.Run(() => loop.Open == 0, TimeSpan.FromSeconds(5));
        context.Recorder.Add(scenario, subject, Metrics.Time, "s", elapsed.TotalSeconds);
        context.Recorder.Add(scenario, subject, "ended cleanly", "% of streams", 100.0 * loop.Connections.Count(one => one.EndedCleanly) / streams);
        context.Recorder.Add(scenario, subject, "told goodbye", "% of streams", 100.0 * loop.Connections.Count(one => one.SaidFarewell) / streams);
    }
}
