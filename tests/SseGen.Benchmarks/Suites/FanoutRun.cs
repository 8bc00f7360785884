using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Suites;

/// <summary>One round of one server: subscribers come, events are published at a rate, subscribers go.</summary>
internal static class FanoutRun
{
    private const int SampledConnections = 20;
    private static readonly TimeSpan s_subscribeTimeout = TimeSpan.FromSeconds(30);

    /// <summary>A server that holds its publisher back takes as long as its subscribers do.</summary>
    private static readonly TimeSpan s_publishTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How long events may be on their way once the last has been published.</summary>
    private static readonly TimeSpan s_settleTimeout = TimeSpan.FromSeconds(30);

    public static async Task<FanoutResult> MeasureAsync(IFanoutServer server, FanoutScenario scenario, double seconds)
    {
        using var loop = new EpollLoop();
        var request = scenario.Protocol == WireProtocol.Http2 ? Requests.Http2("/fanout") : Requests.Http1("/fanout");
        List<LatencySampler> samplers = [];
        for (var i = 0; i < scenario.Subscribers; i++)
        {
            LatencySampler? sampler = null;
            if (i % Math.Max(1, scenario.Subscribers / SampledConnections) == 0)
            {
                samplers.Add(sampler = new LatencySampler());
            }

            loop.Watch(StreamConnection.Open(server.Port, scenario.Protocol, request, sampler));
            loop.ReadOnce(waitMilliseconds: 0);
        }

        await SubscribeAsync(server, loop);
        foreach (var sampler in samplers)
        {
            sampler.Clear();
        }

        var before = Events(loop);
        var processorBefore = ProcessUsage.ProcessorSeconds(server.ProcessId);
        var publishing = Task.Run(() => server.PublishAsync(scenario.Rate, seconds));
        if (!loop.Run(() => publishing.IsCompleted, s_publishTimeout))
        {
            throw new TimeoutException($"{seconds} s of events are not published after {s_publishTimeout.TotalSeconds} s.");
        }

        var published = await publishing;
        var expected = before + (published * scenario.Subscribers);
        loop.Run(() => Events(loop) >= expected, s_settleTimeout);
        var latencies = samplers.SelectMany(sampler => sampler.Milliseconds).Order().ToArray();
        return new FanoutResult
        {
            ProcessorSeconds = ProcessUsage.ProcessorSeconds(server.ProcessId) - processorBefore,
            ResidentBytes = ProcessUsage.ResidentBytes(server.ProcessId),
            Delivered = Events(loop) - before,
            Lost = Math.Max(0, expected - Events(loop)),
            MedianLatency = latencies.Length == 0 ? 0 : Spread.Of(latencies).Median,
            HighLatency = latencies.Length == 0 ? 0 : latencies[(int)(latencies.Length * 0.99)],
        };
    }

    /// <summary>
    /// Not every server answers before there is an event. So events are published until each subscriber has had one, and nothing more
    /// is on its way.
    /// </summary>
    private static async Task SubscribeAsync(IFanoutServer server, EpollLoop loop)
    {
        var deadline = Environment.TickCount64 + (long)s_subscribeTimeout.TotalMilliseconds;
        while (loop.Connections.Any(connection => connection.Events == 0))
        {
            if (Environment.TickCount64 > deadline)
            {
                throw new TimeoutException($"{loop.Connections.Count(connection => connection.Events == 0)} subscribers never had an event.");
            }

            var publishing = Task.Run(() => server.PublishAsync(rate: 10, seconds: 0.1));
            loop.Run(() => publishing.IsCompleted, s_subscribeTimeout);
            await publishing;
            loop.Run(() => loop.Connections.All(connection => connection.Events > 0), TimeSpan.FromSeconds(1));
        }

        for (var events = -1L; events != Events(loop);)
        {
            events = Events(loop);
            loop.Run(() => false, TimeSpan.FromMilliseconds(200));
        }
    }

    private static long Events(EpollLoop loop) => loop.Connections.Sum(connection => connection.Events);
}

/// <summary>What came of a round.</summary>
internal sealed record FanoutResult
{
    public required double ProcessorSeconds { get; init; }

    public required long ResidentBytes { get; init; }

    /// <summary>Events received, over all subscribers.</summary>
    public required long Delivered { get; init; }

    public required long Lost { get; init; }

    /// <summary>In milliseconds, from the publisher's clock to the client's.</summary>
    public required double MedianLatency { get; init; }

    public required double HighLatency { get; init; }
}
