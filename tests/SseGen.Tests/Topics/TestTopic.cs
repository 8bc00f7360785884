using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SseGen.Framing;
using SseGen.Streaming;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

/// <summary>What is published in these tests.</summary>
/// <param name="Key">Events of one key replace one another where the topic is told so.</param>
/// <param name="Number">Counts up.</param>
internal sealed record Tick(string? Key, int Number);

/// <summary>A subscriber with what it waits with.</summary>
internal sealed record WaitingSubscriber(TopicSubscriber Place, EnumeratorWaiter Waiter)
{
    public Task WaitAsync() => Waiter.WaitAsync(Place).AsTask();
}

/// <summary>A topic's frames, driven as a stream's pump does.</summary>
internal sealed class FrameStream(EventTopic<Tick> topic) : IAsyncDisposable
{
    // One array for all: an endpoint has its line once.
    private static readonly byte[] s_typeLine = "event: tick\n"u8.ToArray();

    private readonly StreamSignal _signal = new();
    private FrameSource? _source;

    public FrameSource Source => _source ??= topic.Subscribe().OpenFrames(s_typeLine, batchSize: 4096, _signal, CancellationToken.None);

    /// <summary>Waits for the next events.</summary>
    public async Task<Pull> MoveAsync()
    {
        var pull = Source.MoveNext();
        while (pull == Pull.Pending)
        {
            await _signal.WaitAsync();
            pull = Source.EndMove();
        }

        return pull;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}

/// <summary>Topics without a host around them.</summary>
internal static class TestTopic
{
    /// <summary>The parts that topics share.</summary>
    public static TopicShared<Tick> Shared(
        EventTopicOptions options, bool isCoalesced = false, TimeProvider? timeProvider = null, IEventTopicEngine? engine = null) => new()
        {
            Name = "ticks",
            Options = options,
            Payload = new TopicPayload<Tick>(new TickFormatter(), isCoalesced ? static tick => tick.Key : null, JsonSerializerOptions.Web),
            Engine = engine,
            TimeProvider = timeProvider ?? TimeProvider.System,
            Observers = Observers(),
        };

    public static NamedEventTopic<Tick> Create(EventTopicOptions options, bool isCoalesced = false, TimeProvider? timeProvider = null) =>
        new(Shared(options, isCoalesced, timeProvider));

    public static TopicLog Log(EventTopicOptions options, bool isCoalesced = false, ulong epoch = 7) =>
        new(options, isCoalesced, epoch, TimeProvider.System);

    /// <summary>Publishes and requires that it did not have to wait.</summary>
    public static TopicEventId Publish(this TopicLog log, Tick tick)
    {
        Assert.True(log.TryPublish(new TopicEntry<Tick>(tick, tick.Key), "data: x\n"u8, CancellationToken.None, out var result));
        Assert.True(result.IsCompletedSuccessfully);
        return result.Result;
    }

    /// <summary>Subscribes from where the id says.</summary>
    public static TopicSubscriber Join(this TopicLog log, string? lastEventId = null) => log.Join(lastEventId, window: null).Place;

    /// <summary>Subscribes from where the id says, to wait for what comes.</summary>
    public static WaitingSubscriber Join(this TopicLog log, string? lastEventId, TimeSpan? window)
    {
        var waiter = new EnumeratorWaiter();
        var place = new TopicSubscriber(log, log.Start(lastEventId), log.WakeGroup(window), waiter);
        Assert.True(log.TryJoin(place));
        return new WaitingSubscriber(place, waiter);
    }

    private static TopicObservers Observers()
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new TopicObservers([], NullLoggerFactory.Instance, meters);
    }

    private sealed class TickFormatter : EventFormatter<Tick>
    {
        public override void Write(ref Utf8EventWriter writer, in Tick item)
        {
            writer.WriteText(string.Create(CultureInfo.InvariantCulture, $"{item.Key}:{item.Number}"));
            writer.WriteEndOfEvent();
        }
    }
}
