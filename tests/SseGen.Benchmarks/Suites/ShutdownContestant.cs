using System.Diagnostics;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Measuring;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>A server with open streams that is told to end.</summary>
internal sealed class ShutdownContestant(string name, ServerProcess server) : IAsyncDisposable
{
    private StreamGroup? _streams;
    private long _terminatedAt;
    private TimeSpan? _elapsed;

    public string Name { get; } = name;

    /// <summary>Whether every stream has had its event.</summary>
    public bool IsReady => Streams.AllHaveAnEvent;

    /// <summary>Whether the process had ended when it was last looked at.</summary>
    public bool IsGone => _elapsed is not null;

    private StreamGroup Streams => _streams ?? throw new InvalidOperationException("No streams are open.");

    public void Open(EpollLoop loop, WireProtocol protocol, int streams) =>
        _streams = StreamGroup.Connect(loop, server.Port, protocol, "/first", streams);

    public void Terminate()
    {
        _terminatedAt = Stopwatch.GetTimestamp();
        Signals.SendTerminate(server.ProcessId);
    }

    /// <summary>Looks whether the process has ended. The first time that it has, its clock stops.</summary>
    public void Look()
    {
        if (_elapsed is null && server.HasExited)
        {
            _elapsed = Stopwatch.GetElapsedTime(_terminatedAt);
        }
    }

    public void Record(Recorder recorder, string scenario)
    {
        var elapsed = _elapsed ?? throw new InvalidOperationException($"{Name} has not ended.");
        recorder.Add(scenario, Name, Metrics.Time, "s", elapsed.TotalSeconds);
        recorder.Add(scenario, Name, "ended cleanly", "% of streams", Percentage(one => one.EndedCleanly));
        recorder.Add(scenario, Name, "told goodbye", "% of streams", Percentage(one => one.SaidFarewell));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private double Percentage(Func<StreamConnection, bool> condition) => 100.0 * Streams.Connections.Count(condition) / Streams.Connections.Count;
}
