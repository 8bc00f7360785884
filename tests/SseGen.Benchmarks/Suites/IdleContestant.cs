using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>A server, its idle streams, and what they cost it in one round.</summary>
internal sealed class IdleContestant(string name, ServerProcess server, WireProtocol protocol, int streams) : IAsyncDisposable
{
    private const string Path = "/idle";
    private const int WarmUpStreams = 100;

    private static readonly TimeSpan s_openTimeout = TimeSpan.FromSeconds(30);

    private StreamHolderProcess? _client;
    private long _memoryBefore;
    private double _processorBefore;

    public string Name { get; } = name;

    /// <summary>Whether it sends its headers before there is an event. The warm-up shows it.</summary>
    public bool AnswersAtOnce { get; private set; }

    /// <summary>What all of the streams take, in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>Of the window.</summary>
    public double ProcessorSeconds { get; private set; }

    private StreamHolderProcess Client => _client ?? throw new InvalidOperationException("No streams are open.");

    public async Task BeginWarmUpAsync() => _client = await StreamHolderProcess.StartAsync(server.Port, protocol, Path, WarmUpStreams);

    public async Task EndWarmUpAsync()
    {
        AnswersAtOnce = (await Client.CountAsync()).Answered == WarmUpStreams;
        await Client.DisposeAsync();
        _client = null;
    }

    /// <summary>Opens the streams. Where their headers tell that they are there, the memory that they take is taken down at once.</summary>
    public async Task OpenAsync()
    {
        await CollectAsync();
        _memoryBefore = ProcessUsage.ResidentBytes(server.ProcessId);
        _client = await StreamHolderProcess.StartAsync(server.Port, protocol, Path, streams);
        if (AnswersAtOnce)
        {
            await WaitForAnswersAsync();
            await TakeMemoryAsync();
        }
    }

    public async Task TakeMemoryAsync()
    {
        await CollectAsync();
        Memory = ProcessUsage.ResidentBytes(server.ProcessId) - _memoryBefore;
    }

    public void BeginWindow() => _processorBefore = ProcessUsage.ProcessorSeconds(server.ProcessId);

    public void EndWindow() => ProcessorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - _processorBefore;

    /// <summary>An idle stream that has ended costs nothing, and would flatter its server.</summary>
    public async Task ThrowIfEndedAsync()
    {
        var (_, open) = await Client.CountAsync();
        if (open != streams)
        {
            throw new InvalidOperationException($"{Name}: {streams - open} of {streams} idle streams have ended.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    private async Task WaitForAnswersAsync()
    {
        var deadline = Environment.TickCount64 + (long)s_openTimeout.TotalMilliseconds;
        while ((await Client.CountAsync()).Answered < streams)
        {
            if (Environment.TickCount64 > deadline)
            {
                throw new TimeoutException($"{Name}: not every idle stream is answered.");
            }
        }
    }

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
