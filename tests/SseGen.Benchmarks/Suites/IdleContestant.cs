using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>A server, its idle streams, and what they cost it in one round.</summary>
internal sealed class IdleContestant(string name, ServerProcess server, WireProtocol protocol) : IAsyncDisposable
{
    private const string Path = "/idle";
    private const int WarmUpStreams = 100;

    private static readonly TimeSpan s_openTimeout = TimeSpan.FromSeconds(30);

    private StreamGroup? _streams;
    private long _memoryBefore;
    private double _processorBefore;

    public string Name { get; } = name;

    /// <summary>Whether it sends its headers before there is an event. The warm-up shows it.</summary>
    public bool AnswersAtOnce { get; private set; }

    /// <summary>What all of the streams take, in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>Of the window.</summary>
    public double ProcessorSeconds { get; private set; }

    private StreamGroup Streams => _streams ?? throw new InvalidOperationException("No streams are open.");

    public void WarmUp(EpollLoop loop) => _streams = StreamGroup.Connect(loop, server.Port, protocol, Path, WarmUpStreams);

    public void EndWarmUp() => AnswersAtOnce = Streams.AllHaveHeaders;

    /// <summary>Opens the streams. Where their headers tell that they are there, the memory that they take is taken down at once.</summary>
    public async Task OpenAsync(EpollLoop loop, int streams)
    {
        await CollectAsync();
        _memoryBefore = ProcessUsage.ResidentBytes(server.ProcessId);
        _streams = StreamGroup.Connect(loop, server.Port, protocol, Path, streams);
        if (!AnswersAtOnce)
        {
            return;
        }

        if (!loop.Run(() => Streams.AllHaveHeaders, s_openTimeout))
        {
            throw new TimeoutException($"{Name}: not every idle stream is answered.");
        }

        await TakeMemoryAsync();
    }

    public async Task TakeMemoryAsync()
    {
        await CollectAsync();
        Memory = ProcessUsage.ResidentBytes(server.ProcessId) - _memoryBefore;
    }

    public void BeginWindow() => _processorBefore = ProcessUsage.ProcessorSeconds(server.ProcessId);

    public void EndWindow()
    {
        ProcessorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - _processorBefore;
        var ended = Streams.Connections.Count - Streams.Open;
        if (ended > 0)
        {
            throw new InvalidOperationException($"{Name}: {ended} of {Streams.Connections.Count} idle streams have ended.");
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>What is garbage is not what a connection takes.</summary>
    private async Task CollectAsync()
    {
        using var client = new HttpClient
        {
            DefaultRequestVersion = protocol == WireProtocol.Http2 ? new Version(2, 0) : new Version(1, 1),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/collect"));
    }
}
