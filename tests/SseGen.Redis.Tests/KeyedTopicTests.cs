using SseGen.Redis.Tests.Kit;
using SseGen.TestKit;
using SseGen.TopicNode;

namespace SseGen.Redis.Tests;

/// <summary>A topic per key over Redis.</summary>
public sealed class KeyedTopicTests(SharedRedis redis)
{
    private readonly string _prefix = SharedRedis.NewPrefix();

    [Fact]
    public async Task Rooms_are_apart_and_a_client_resumes_in_its_own_on_any_node()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await using var lobby = await first.OpenAsync("/rooms/lobby", first.Rooms["lobby"]);
        await PublishAsync(second, "attic", 1);
        var ids = new[] { await PublishAsync(second, "lobby", 2), await PublishAsync(first, "lobby", 3) };

        Assert.Equal(ids, (await lobby.TakeAsync(2)).Select(frame => frame.Id));
        await using var again = await second.OpenAsync("/rooms/lobby", second.Rooms["lobby"], ids[0]);
        Assert.Equal(ids[1], (await again.NextAsync()).Id);
    }

    [Fact]
    public async Task An_idle_room_keeps_no_subscription()
    {
        await using var node = await StartAsync("EventStreams:Topics:rooms:IdleTimeout=00:00:01");
        var room = node.Rooms["lobby"];
        await using (var stream = await node.OpenAsync("/rooms/lobby", room))
        {
            await PublishAsync(node, "lobby", 1);
            await stream.NextAsync();
            Assert.Equal(1, await redis.SubscriptionsAsync(Channel("lobby")));
        }

        await Bounded.Until(() => node.Rooms.ActiveKeys.Count == 0);
        await Bounded.Until(() => redis.SubscriptionsAsync(Channel("lobby")).GetAwaiter().GetResult() == 0);

        // Forgotten here, not in Redis.
        var second = await PublishAsync(node, "lobby", 2);
        await using var again = await node.OpenAsync("/rooms/lobby", room, lastEventId: second[..^1] + "1");
        Assert.Equal(second, (await again.NextAsync()).Id);
    }

    [Fact]
    public async Task One_who_only_publishes_does_not_subscribe()
    {
        await using var node = await StartAsync();

        await PublishAsync(node, "lobby", 1);

        Assert.Equal(0, await redis.SubscriptionsAsync(Channel("lobby")));
    }

    [Fact]
    public async Task The_stream_of_a_room_goes_away_by_itself()
    {
        await using var node = await StartAsync("EventStreams:Redis:KeyedRetention=00:00:30");

        await PublishAsync(node, "lobby", 1);
        await node.PublishAsync(1);

        foreach (var key in new[] { Channel("lobby"), Channel("lobby") + ":state" })
        {
            Assert.InRange((await redis.Database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        }

        Assert.Null(await redis.Database.KeyTimeToLiveAsync(_prefix + "{notes}"));
    }

    [Fact]
    public async Task A_room_in_use_is_never_given_up_under_the_hands_of_its_users()
    {
        await using var first = await StartAsync("EventStreams:Topics:rooms:IdleTimeout=00:00:01");
        await using var second = await StartAsync("EventStreams:Topics:rooms:IdleTimeout=00:00:01");
        await using var stream = await first.OpenAsync("/rooms/lobby", first.Rooms["lobby"]);
        for (var number = 1; number <= 3; number++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.8), TestContext.Current.CancellationToken);
            var id = await PublishAsync(second, "lobby", number);
            Assert.Equal(id, (await stream.NextAsync()).Id);
        }
    }

    private static async Task<string> PublishAsync(Node node, string room, int number) =>
        (await node.Rooms[room].PublishAsync(new Note("a", number), TestContext.Current.CancellationToken)).ToString();

    private string Channel(string room) => $"{_prefix}{{rooms:{room}}}";

    private Task<Node> StartAsync(params string[] settings) => Node.StartAsync(redis.Server.Configuration, _prefix, settings: settings);
}
