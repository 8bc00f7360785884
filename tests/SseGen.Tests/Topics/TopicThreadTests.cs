using System.Globalization;
using System.Text;
using SseGen.Framing;
using SseGen.Streaming;
using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

/// <summary>Real threads on one log: nothing is lost, nothing doubled, nobody sleeps through an event.</summary>
public sealed class TopicThreadTests
{
    private const int Publishers = 4;
    private const int EventsEach = 25_000;

    [Theory]
    [InlineData(LagPolicy.Skip, 64)]
    [InlineData(LagPolicy.Skip, 4096)]
    [InlineData(LagPolicy.Disconnect, 64)]
    [InlineData(LagPolicy.Wait, 64)]
    [InlineData(LagPolicy.Wait, 1)]
    public async Task Publishers_and_subscribers_race(LagPolicy policy, int capacity)
    {
        var events = capacity == 1 ? EventsEach / 10 : EventsEach;
        var topic = TestTopic.Create(new() { Capacity = capacity, WhenLagging = policy });
        var log = topic.Core().Log;
        var subscribers = Enumerable.Range(0, 16).Select(seed => FollowAsync(topic, seed, events * Publishers, policy)).ToList();
        await Bounded.Until(() => topic.SubscriberCount == subscribers.Count);

        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(async () =>
        {
            for (var number = 0; number < events; number++)
            {
                await topic.PublishAsync(new Tick($"{publisher}", number), TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken))).Within("the publishers");

        await Task.WhenAll(subscribers).Within("the subscribers");
        Assert.Equal((ulong)(events * Publishers), log.LastId!.Value.Sequence);
        await Bounded.Until(() => topic.SubscriberCount == 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Streams_of_frames_miss_nothing_while_publishers_race(int windowInMilliseconds)
    {
        const int Events = 2_000;
        var window = TimeSpan.FromMilliseconds(windowInMilliseconds);
        var topic = TestTopic.Create(new() { Capacity = Events * Publishers, CoalesceWindow = window });
        var streams = Enumerable.Range(0, 64).Select(_ => Task.Run(() => FollowFramesAsync(topic, Events * Publishers))).ToList();
        await Bounded.Until(() => topic.SubscriberCount == streams.Count);

        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(async () =>
        {
            for (var number = 0; number < Events; number++)
            {
                await topic.PublishAsync(new Tick($"{publisher}", number), TestContext.Current.CancellationToken);
                await Task.Yield();
            }
        }, TestContext.Current.CancellationToken))).Within("the publishers");

        await Task.WhenAll(streams).Within("the streams");
    }

    [Fact]
    public async Task A_room_is_forgotten_and_found_again_without_losing_an_event()
    {
        // The time-out is so short that rooms come and go all the time under the hands of those who use them.
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var rooms = new EventTopics<int, Tick>(TestTopic.Shared(new() { IdleTimeout = TimeSpan.FromSeconds(1) }, timeProvider: time));
        using var done = new CancellationTokenSource();
        var clock = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                time.Advance(TimeSpan.FromSeconds(1));
            }
        }, TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var round = 0; round < 2_000; round++)
            {
                var room = rooms[(worker * 31) + (round % 3)];
                await using var events = room.Subscribe().GetAsyncEnumerator(TestContext.Current.CancellationToken);
                var first = events.MoveNextAsync().AsTask();
                await room.PublishAsync(new Tick("a", round), TestContext.Current.CancellationToken);
                Assert.True(await first.Within());
                Assert.Equal(round, events.Current.Number);
            }
        }, TestContext.Current.CancellationToken))).Within("the workers");

        await done.CancelAsync();
        await clock.Within();
        time.Advance(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(rooms.ActiveKeys);
    }

    private static async Task FollowAsync(EventTopic<Tick> topic, int seed, int count, LagPolicy policy)
    {
        var random = new Random(seed);
        var nextOf = new int[Publishers];
        var hasMissed = new bool[Publishers];
        long seen = 0;
        string? lastEventId = $"{topic.Core().Log.LastId}";
        while (seen < count)
        {
            // Some stay, some lose their connection now and then.
            var patience = seed % 2 == 0 ? int.MaxValue : random.Next(1, 5_000);
            var subscription = topic.Subscribe(lastEventId).OnGap(gap =>
            {
                Assert.NotEqual(LagPolicy.Wait, seed % 2 == 0 ? policy : LagPolicy.Skip);
                seen += gap.Missed!.Value;
                lastEventId = gap.Place.ToString();
                Array.Fill(hasMissed, true);
            });
            await foreach (var item in subscription.WithIds())
            {
                Assert.True(TopicEventId.TryParse(item.EventId, out var id));
                Assert.Equal((ulong)++seen, id.Sequence);
                lastEventId = item.EventId;

                // What one publisher publishes arrives in its order.
                var publisher = item.Data.Key![0] - '0';
                Assert.True(hasMissed[publisher] ? item.Data.Number >= nextOf[publisher] : item.Data.Number == nextOf[publisher]);
                (nextOf[publisher], hasMissed[publisher]) = (item.Data.Number + 1, false);
                if (random.Next(2_000) == 0)
                {
                    await Task.Yield();
                }

                if (seen >= count || --patience == 0)
                {
                    break;
                }
            }
        }
    }

    private static async Task FollowFramesAsync(EventTopic<Tick> topic, long count)
    {
        await using var stream = new FrameStream(topic);
        var seen = new DenseIds();
        while (seen.Last < count)
        {
            Assert.Equal(Pull.Item, await stream.MoveAsync());
            stream.Source.WriteCurrent(seen, enough: 0);
        }
    }

    /// <summary>Reads the ids of what is written, and requires that none is missing.</summary>
    private sealed class DenseIds : EventBuffer
    {
        private byte[] _memory = new byte[256];

        public long Last { get; private set; }

        protected internal override Span<byte> BeginEvent() => _memory;

        protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
        {
            var larger = new byte[(written.Length + needed) * 2];
            written.CopyTo(larger);
            return _memory = larger;
        }

        protected internal override void CompleteEvent(int length)
        {
            foreach (var line in Encoding.UTF8.GetString(_memory, 0, length).Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)))
            {
                Assert.Equal(++Last, long.Parse(line[(line.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
            }
        }
    }
}
