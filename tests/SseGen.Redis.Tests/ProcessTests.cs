using SseGen.Redis.Tests.Kit;
using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.Redis.Tests;

/// <summary>
/// Three server processes and three hundred clients that come and go; a process is killed, and so is Redis, while events are published. At the
/// end every client's record is compared with what was acknowledged to the publishers.
/// </summary>
public sealed class ProcessTests
{
    private const int Clients = 300;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled_whatever_is_killed()
    {
        var (clients, publishers) = await RunAsync(RedisPersistence.AppendOnly);

        var acknowledged = InOrder(publishers);
        var first = clients[0].Record;
        Assert.All(clients, client =>
        {
            Assert.Equal(0, client.Abandoned);
            Assert.DoesNotContain(client.Record, frame => frame.EventType == "gap");
            RequireIncreasing(client.Record);

            // All have seen the same, also of what the publishers do not know whether it was published.
            Assert.True(first.SequenceEqual(client.Record), "Two clients have different records");
        });

        var seen = first.ToDictionary(frame => frame.Id!, frame => frame.Data, StringComparer.Ordinal);
        Assert.All(acknowledged, note => Assert.Equal(note.Data, seen.GetValueOrDefault(note.Id)));

        // Of what was under way when a process was killed, and when Redis was, nobody knows: one note of each publisher each time.
        Assert.InRange(first.Count, acknowledged.Count, acknowledged.Count + (2 * publishers.Count));
    }

    [Fact]
    public async Task Where_Redis_has_lost_its_data_every_client_is_told_of_a_gap()
    {
        var (clients, publishers) = await RunAsync(RedisPersistence.None);

        var acknowledged = InOrder(publishers);
        var epochs = acknowledged.Select(note => Id(note.Id).Epoch).Distinct().ToList();
        Assert.Equal(2, epochs.Count);
        Assert.All(clients, client =>
        {
            Assert.Equal(0, client.Abandoned);
            var events = client.Record.Where(frame => frame.EventType != "gap").ToList();
            RequireIncreasing(events);
            Assert.Equal(events.Count, events.Select(frame => frame.Data).Distinct(StringComparer.Ordinal).Count());

            // Told between the two lives of Redis, and nowhere else; what is missing is the end of the first one.
            var before = client.Record.TakeWhile(frame => frame.EventType != "gap").ToList();
            var after = client.Record.Skip(before.Count).SkipWhile(frame => frame.EventType == "gap").ToList();
            Assert.All(before, frame => Assert.Equal(epochs[0], Id(frame.Id!).Epoch));
            Assert.True(before.Count < client.Record.Count, "No gap was told");
            RequireRun(acknowledged, epochs[0], before);
            RequireRun(acknowledged, epochs[1], after);
            Assert.Equal(acknowledged[^1].Id, after[^1].Id);
        });
    }

    private static async Task<(List<RoamingClient> Clients, List<RoamingPublisher> Publishers)> RunAsync(RedisPersistence persistence)
    {
        await using var redis = await RedisServer.StartAsync(persistence);
        await using var nodes = new NodeProcesses(redis.Configuration);
        await nodes.StartAsync(3);
        var clients = Enumerable.Range(0, Clients).Select(seed => new RoamingClient(nodes, seed)).ToList();
        var runs = clients.Select(client => client.RunAsync()).ToList();
        await Bounded.Until(() => nodes.SubscribersAsync().GetAwaiter().GetResult() == Clients);
        var publishers = Enumerable.Range(0, 3).Select(index => new RoamingPublisher(nodes, $"p{index}")).ToList();

        // Everybody has an id to come back with before anything breaks.
        await PublishAsync(publishers, 20, () => Task.CompletedTask);
        await Bounded.Until(() => clients.TrueForAll(client => client.Received > 0));

        await PublishAsync(publishers, 120, nodes.KillOneAsync);
        await PublishAsync(publishers, 120, async () =>
        {
            await redis.KillAsync();
            await Bounded.Until(() => publishers.TrueForAll(publisher => publisher.Refusals.Count > 0));
            await redis.StartAgainAsync();
        });
        await nodes.StartAsync(1);
        await PublishAsync(publishers, 60, () => Task.CompletedTask);

        Assert.True(await publishers[0].PublishLastAsync());
        await Task.WhenAll(runs).Within("all clients to receive the last event");
        Assert.All(publishers.SelectMany(publisher => publisher.Refusals), refusal =>
        {
            Assert.Contains("the topic 'notes'", refusal, StringComparison.Ordinal);
            Assert.Contains($"Redis ({redis.Configuration})", refusal, StringComparison.Ordinal);
        });
        Assert.All(clients, client => Assert.True(client.Connections > 1, "A client that has never come back"));
        return (clients, publishers);
    }

    /// <summary>All publish, and something happens meanwhile.</summary>
    private static Task PublishAsync(List<RoamingPublisher> publishers, int count, Func<Task> meanwhile) =>
        Task.WhenAll([.. publishers.Select(publisher => publisher.RunAsync(count)), meanwhile()]).Within("the publishers");

    private static List<Acknowledged> InOrder(List<RoamingPublisher> publishers) =>
        [.. publishers.SelectMany(publisher => publisher.Acknowledged).OrderBy(note => Id(note.Id))];

    private static void RequireIncreasing(IEnumerable<SseFrame> events)
    {
        var last = default(TopicEventId);
        foreach (var frame in events)
        {
            Assert.True(Id(frame.Id!) > last, $"{frame.Id} after {last}");
            last = Id(frame.Id!);
        }
    }

    /// <summary>What was received of one epoch, from its first event on, is what was acknowledged of it, without a hole.</summary>
    private static void RequireRun(List<Acknowledged> acknowledged, ulong epoch, List<SseFrame> received)
    {
        var notes = acknowledged.Where(note => Id(note.Id).Epoch == epoch).ToDictionary(note => note.Id, note => note.Data, StringComparer.Ordinal);
        for (var i = 0; i < received.Count; i++)
        {
            Assert.Equal(new TopicEventId(epoch, (ulong)i + 1).ToString(), received[i].Id);

            // One that is not known to have been published may stand between them.
            Assert.Equal(received[i].Data, notes.GetValueOrDefault(received[i].Id!, received[i].Data!));
        }
    }

    private static TopicEventId Id(string text) => TopicEventId.TryParse(text, out var id) ? id : throw new FormatException(text);
}
