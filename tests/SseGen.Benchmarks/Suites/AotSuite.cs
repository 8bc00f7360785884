using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SseGen.Benchmarks.Aot;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>What SseGen adds to a NativeAOT binary, and how soon that binary sends its first event.</summary>
internal sealed class AotSuite : Suite
{
    private const int ManyEndpoints = 11;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    public override string Name => "aot";

    public override string Description => "NativeAOT: binary size over an empty app and per endpoint, start to first event, resident memory";

    public override async Task RunAsync(SuiteContext context)
    {
        Dictionary<string, string> binaries = [];
        foreach (var (subject, kind, endpoints) in Apps(context))
        {
            context.Report($"publish {subject}");
            binaries[subject] = await new AotApp(kind, endpoints).PublishAsync();
            context.Recorder.Add("one stream", subject, Metrics.BinarySize, "MB", new FileInfo(binaries[subject]).Length / 1e6);
        }

        await RecordPerEndpointAsync(context, binaries);
        for (var round = 1; round <= context.Rounds; round++)
        {
            context.Report($"start: round {round} of {context.Rounds}");
            foreach (var (subject, binary) in binaries.Where(one => one.Key != "empty"))
            {
                var (milliseconds, resident) = StartToFirstEvent(binary);
                context.Recorder.Add("start to first event", subject, Metrics.Time, "ms", milliseconds);
                context.Recorder.Add("start to first event", subject, Metrics.ResidentMemory, "MB", resident / 1e6);
            }
        }
    }

    private static IEnumerable<(string Subject, string Kind, int Endpoints)> Apps(SuiteContext context) => context.IsQuick
        ? [("ssegen", "ssegen", 1)]
        : [("empty", "empty", 0), ("inbox", "inbox", 1), ("ssegen", "ssegen", 1)];

    private static async Task RecordPerEndpointAsync(SuiteContext context, Dictionary<string, string> binaries)
    {
        if (context.IsQuick)
        {
            return;
        }

        foreach (var subject in new[] { "inbox", "ssegen" })
        {
            context.Report($"publish {subject} with {ManyEndpoints} streams");
            var many = await new AotApp(subject, ManyEndpoints).PublishAsync();
            var added = new FileInfo(many).Length - new FileInfo(binaries[subject]).Length;
            context.Recorder.Add("each further stream with a payload of its own", subject, Metrics.BinarySize, "kB", added / 1e3 / (ManyEndpoints - 1));
        }
    }

    private static (double Milliseconds, long ResidentBytes) StartToFirstEvent(string binary)
    {
        var port = FreePort();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(binary, ["--urls", $"http://127.0.0.1:{port}", "--Logging:LogLevel:Default=None"]))
            ?? throw new InvalidOperationException($"{binary} does not start.");
        try
        {
            using var loop = new EpollLoop();
            loop.Watch(Connect(port));
            var connection = loop.Connections[0];
            return loop.Run(() => connection.FirstEventAt != 0, s_timeout)
                ? (Stopwatch.GetElapsedTime(started, connection.FirstEventAt).TotalMilliseconds, ProcessUsage.ResidentBytes(process.Id))
                : throw new TimeoutException($"{binary} sends no event.");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>Knocks until somebody opens.</summary>
    private static StreamConnection Connect(int port)
    {
        var deadline = Environment.TickCount64 + (long)s_timeout.TotalMilliseconds;
        while (true)
        {
            try
            {
                return StreamConnection.Open(port, WireProtocol.Http1, Requests.Http1("/stream0"));
            }
            catch (SocketException exception) when (
                exception.SocketErrorCode == SocketError.ConnectionRefused && Environment.TickCount64 < deadline)
            {
                Thread.Sleep(1);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
