using System.Globalization;
using System.Text;
using CsCheck;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

/// <summary>
/// Any interleaving of publishing, subscribing, resuming, reading, lagging and leaving, against the simplest model there is: the list of
/// all that was published.
/// </summary>
public sealed class TopicLogModelTests
{
    private static readonly Gen<Step> s_step = Gen.Frequency(
        (6, Gen.Int[1, 9].Select(count => (Step)new Publish(count))),
        (2, Gen.Const((Step)new Subscribe())),
        (3, Gen.Int[0, 9].Select(who => (Step)new Resume(who))),
        (8, Gen.Select(Gen.Int[0, 9], Gen.Int[1, 12]).Select((who, count) => (Step)new Read(who, count))),
        (1, Gen.Int[0, 9].Select(who => (Step)new Leave(who))));

    [Fact]
    public void Every_subscriber_sees_a_gapless_run_or_a_gap_that_tells_the_truth() =>
        Gen.Select(Gen.Int[1, 12], s_step.List[1, 120]).Sample((capacity, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity }, isCoalesced: false, keys: 1);
            world.Run(steps);
        });

    [Fact]
    public void Several_events_at_once_are_the_same_events()
    {
        var batches = 0;
        Gen.Select(Gen.Int[2, 12], s_step.List[1, 120]).Sample((capacity, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity }, isCoalesced: false, keys: 1) { TakesBatches = true };
            world.Run(steps);
            Interlocked.Add(ref batches, world.Batches);
        });
        Assert.NotEqual(0, batches);
    }

    [Fact]
    public void Events_that_newer_ones_may_replace_are_sent_one_by_one() =>
        Gen.Select(Gen.Int[4, 12], Gen.Int[1, 4], s_step.List[1, 120]).Sample((capacity, keys, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity }, isCoalesced: true, keys) { TakesBatches = true };
            world.Run(steps);
            Assert.Equal(0, world.Batches);
        });

    [Fact]
    public void A_response_that_ends_when_it_lags_has_no_hole_in_it() =>
        Gen.Select(Gen.Int[1, 12], s_step.List[1, 120]).Sample((capacity, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity, WhenLagging = LagPolicy.Disconnect }, isCoalesced: false, keys: 1);
            world.Run(steps);
        });

    [Fact]
    public void Of_each_key_everybody_gets_the_newest_event_however_far_behind() =>
        Gen.Select(Gen.Int[4, 12], Gen.Int[1, 4], s_step.List[1, 120]).Sample((capacity, keys, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity }, isCoalesced: true, keys);
            world.Run(steps);
        });

    [Fact]
    public void Where_there_are_more_keys_than_are_kept_the_gap_covers_what_is_lost() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[5, 20], s_step.List[1, 120]).Sample((capacity, keys, steps) =>
        {
            var world = new World(new EventTopicOptions { Capacity = capacity }, isCoalesced: true, keys) { MayLoseKeys = true };
            world.Run(steps);
        });

    private static readonly byte[] s_typeLine = "event: tick\n"u8.ToArray();

    private abstract record Step;

    private sealed record Publish(int Count) : Step;

    private sealed record Subscribe : Step;

    /// <summary>Somebody loses the connection, or has left long ago, and comes back.</summary>
    private sealed record Resume(int Who) : Step;

    private sealed record Read(int Who, int Count) : Step;

    private sealed record Leave(int Who) : Step;

    private sealed class World(EventTopicOptions options, bool isCoalesced, int keys)
    {
        private readonly TopicLog _log = TestTopic.Log(options, isCoalesced);
        private readonly List<Tick> _published = [];
        private readonly List<Client> _clients = [];
        private uint _random = 1;

        public bool MayLoseKeys { get; init; }

        /// <summary>Subscribers read as a response does that sends whole frames.</summary>
        public bool TakesBatches { get; init; }

        public int Batches { get; private set; }

        public void Run(List<Step> steps)
        {
            foreach (var step in steps)
            {
                Apply(step);
                Assert.Equal(_clients.Count(client => client.IsConnected), _log.Subscribers.Count);
            }

            foreach (var client in _clients)
            {
                // However it went so far: who comes back and reads to the end knows all, or has been told what is missing.
                Reconnect(client);
                ReadSome(client, int.MaxValue);
                client.RequireEnd(_published.Count);
            }
        }

        private void Apply(Step step)
        {
            switch (step)
            {
                case Publish publish:
                    for (var i = 0; i < publish.Count; i++)
                    {
                        _random = (_random * 1664525) + 1013904223;
                        var tick = new Tick(isCoalesced ? $"k{(_random >> 16) % keys}" : null, _published.Count + 1);
                        _published.Add(tick);
                        Assert.Equal(new TopicEventId(7, (ulong)tick.Number), _log.Publish(tick));
                    }

                    break;
                case Subscribe:
                    _clients.Add(new Client(_published, isCoalesced, MayLoseKeys) { Position = _published.Count, Subscriber = _log.Join() });
                    break;
                case Resume resume when _clients.Count > 0:
                    Reconnect(_clients[resume.Who % _clients.Count]);
                    break;
                case Read read when _clients.Count > 0:
                    ReadSome(_clients[read.Who % _clients.Count], read.Count);
                    break;
                case Leave leave when _clients.Count > 0:
                    Disconnect(_clients[leave.Who % _clients.Count]);
                    break;
            }
        }

        private void Disconnect(Client client)
        {
            if (client.Subscriber is { } subscriber)
            {
                subscriber.End();
                _log.Leave(subscriber);
                client.Subscriber = null;
            }
        }

        private void Reconnect(Client client)
        {
            Disconnect(client);
            client.Subscriber = _log.Join($"7-{client.Position}");
            client.HasRead = false;
        }

        private void ReadSome(Client client, int count)
        {
            for (; count > 0 && client.Subscriber is { } subscriber; count--)
            {
                if (TakesBatches && subscriber.ReadBatch(s_typeLine, enough: 100) is { } batch)
                {
                    Batches++;
                    client.OnBatch(batch);
                    continue;
                }

                switch (subscriber.Read(out var entry))
                {
                    case TopicRead.Event:
                        client.OnEvent(((TopicEntry<Tick>)entry!).Item, entry!.Id);
                        break;
                    case TopicRead.Gap:
                        Assert.True(options.WhenLagging != LagPolicy.Disconnect || !client.HasRead, "A gap event after others");
                        client.OnGap(subscriber.TakeGap());
                        break;
                    case TopicRead.Lagged:
                        Assert.Equal(LagPolicy.Disconnect, options.WhenLagging);
                        Reconnect(client);
                        break;
                    default:
                        return;
                }
            }
        }
    }

    private sealed class Client(List<Tick> published, bool isCoalesced, bool mayLoseKeys)
    {
        private long _toldMissing;

        /// <summary>The sequence of the last event that it knows of: seen, or told to be missing.</summary>
        public long Position { get; set; }

        public TopicSubscriber? Subscriber { get; set; }

        public bool IsConnected => Subscriber is not null;

        /// <summary>Its present response has begun with something.</summary>
        public bool HasRead { get; set; }

        public void OnEvent(Tick tick, TopicEventId id)
        {
            HasRead = true;
            Assert.Equal(id.Sequence, (ulong)tick.Number);
            PassOver(tick.Number);
            Position = tick.Number;
        }

        public void OnBatch(FrameBatch batch)
        {
            HasRead = true;
            Assert.InRange(batch.Count, 1, int.MaxValue);
            var frames = Enumerable.Range((int)Position + 1, batch.Count)
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"id: 7-{number}\nevent: tick\ndata: x\n\n"));
            Assert.Equal(string.Concat(frames), Encoding.UTF8.GetString(batch.Frames));
            Position += batch.Count;
        }

        public void OnGap(EventGap gap)
        {
            HasRead = true;

            // Without an id from elsewhere the number is always known, and never nothing.
            Assert.True(gap.Missed > 0, $"missed {gap.Missed}");
            Assert.True(!isCoalesced || mayLoseKeys, "A gap although every key is kept");
            _toldMissing += gap.Missed.Value;
            if (!isCoalesced)
            {
                Position += gap.Missed.Value;
                Assert.Equal(new TopicEventId(7, (ulong)Position), gap.Place);
                _toldMissing = 0;
            }
        }

        public void RequireEnd(int count) => PassOver(count + 1);

        /// <summary>What lies between the last event and the next must be nothing, unless newer events replace it or a gap covers it.</summary>
        private void PassOver(long next)
        {
            Assert.True(next > Position, $"{next} after {Position}");
            var lost = 0;
            for (var number = Position + 1; number < next; number++)
            {
                var key = published[(int)number - 1].Key;
                lost += isCoalesced && published.FindIndex((int)number, later => later.Key == key) >= 0 ? 0 : 1;
            }

            Assert.True(lost <= _toldMissing, $"{lost} events between {Position} and {next} are missing, {_toldMissing} were told");
        }
    }
}
