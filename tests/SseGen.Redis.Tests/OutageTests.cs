using Microsoft.Extensions.Logging;
using SseGen.Redis.Tests.Kit;
using SseGen.TestKit;
using SseGen.TopicNode;
using StackExchange.Redis;

namespace SseGen.Redis.Tests;

/// <summary>Redis is not there, or comes back as another one than it was.</summary>
public sealed class OutageTests
{
    private const string QuickHeartbeat = "EventStreams:HeartbeatInterval=00:00:00.200";

    [Fact]
    public async Task While_Redis_is_away_publishers_are_told_and_streams_stay_open()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var node = await Node.StartAsync(redis.Configuration, "", settings: QuickHeartbeat);
        await using var stream = await node.OpenNotesAsync();
        var ids = await node.PublishAsync(1);
        Assert.Equal(ids[0], (await stream.NextAsync()).Id);

        await redis.KillAsync();

        var failure = await Assert.ThrowsAsync<EventTopicUnavailableException>(() => node.PublishAsync(1, 2));
        Assert.Contains("'notes'", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"Redis ({redis.Configuration})", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
        Assert.NotNull((await stream.ReadFrameAsync())!.Comment);
        Assert.NotNull((await stream.ReadFrameAsync())!.Comment);
        var told = await node.Logs.FirstAsync(entry => entry.EventId.Name == "RedisAway");
        Assert.Equal(LogLevel.Warning, told.Level);

        // Who comes now is served with what this node has, and waits for the rest.
        await using var late = await node.OpenNotesAsync(ids[0]);

        await redis.StartAgainAsync();

        var next = await node.PublishWhenBackAsync(new Note("a", 3));
        Assert.Equal(new SseFrame { Id = next, EventType = "note", Data = """{"from":"a","number":3,"text":""}""" }, await stream.NextAsync());
        Assert.Equal(next, (await late.NextAsync()).Id);
        await node.Logs.FirstAsync(entry => entry.EventId.Name == "RedisBack");
        Assert.Single(node.Logs.OfSseGen, entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task What_was_published_while_a_node_could_not_hear_it_arrives_without_a_hole()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await Node.StartAsync(redis.Configuration, "");
        await using var second = await Node.StartAsync(redis.Configuration, "");
        await using var stream = await second.OpenNotesAsync();
        await using var admin = await AdminAsync(redis);
        var expected = new List<string>();
        for (var round = 0; round < 10; round++)
        {
            // The subscriptions are cut off; some events go past them.
            await admin.GetDatabase().ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
            expected.AddRange(await first.PublishAsync(20, round * 20));
        }

        Assert.Equal(expected, (await stream.TakeAsync(200)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task An_application_starts_without_Redis_and_goes_on_when_it_is_there()
    {
        await using var redis = RedisServer.Reserve();
        await using var node = await Node.StartAsync(redis.Configuration, "", settings: QuickHeartbeat);
        await Assert.ThrowsAsync<EventTopicUnavailableException>(() => node.PublishAsync(1));
        var opening = node.OpenNotesAsync();

        await redis.StartAgainAsync();

        await using var stream = await opening;
        var id = await node.PublishWhenBackAsync(new Note("a", 1));
        Assert.Equal(id, (await stream.NextAsync()).Id);
    }

    [Theory]
    [InlineData(RedisPersistence.AppendOnly, false)]
    [InlineData(RedisPersistence.Snapshot, false)]
    [InlineData(RedisPersistence.Snapshot, true)]
    [InlineData(RedisPersistence.None, true)]
    public async Task After_a_restart_a_gap_is_told_if_there_was_one(RedisPersistence persistence, bool isLossy)
    {
        await using var redis = await RedisServer.StartAsync(persistence);
        await using var node = await Node.StartAsync(redis.Configuration, "");
        await using var stream = await node.OpenNotesAsync();
        var before = await node.PublishAsync(3);
        if (persistence == RedisPersistence.Snapshot)
        {
            await SaveAsync(redis);
        }

        var lost = isLossy ? await node.PublishAsync(2, 4) : [];
        Assert.Equal([.. before, .. lost], (await stream.TakeAsync(before.Length + lost.Length)).Select(frame => frame.Id));

        await redis.KillAsync();
        await redis.StartAgainAsync();
        var after = await node.PublishWhenBackAsync(new Note("a", 6));

        Assert.DoesNotContain(after, before.Concat(lost));
        var next = await stream.NextAsync();
        if (isLossy)
        {
            Assert.Equal(("gap", """{"missed":null}"""), (next.EventType, next.Data));
            next = await stream.NextAsync();
        }

        Assert.Equal(after, next.Id);
    }

    [Fact]
    public async Task After_Redis_has_come_back_empty_the_ids_from_before_are_a_gap()
    {
        await using var redis = await RedisServer.StartAsync(RedisPersistence.None);
        await using var old = await Node.StartAsync(redis.Configuration, "");
        await old.PublishAsync(5);
        var last = (await old.PublishAsync(1, 6))[0];
        await redis.KillAsync();
        await redis.StartAgainAsync();
        var first = await old.PublishWhenBackAsync(new Note("a", 7));

        // On a node that was there, and on one that knows nothing of the time before.
        await using var young = await Node.StartAsync(redis.Configuration, "");
        foreach (var node in new[] { old, young })
        {
            await using var stream = await node.OpenNotesAsync(last);
            Assert.Equal(("gap", """{"missed":null}"""), ((await stream.NextAsync()) is var gap ? gap.EventType : null, gap.Data));
            Assert.Equal(first, (await stream.NextAsync()).Id);
        }
    }

    [Fact]
    public async Task One_who_publishes_without_having_seen_what_was_lost_gives_out_no_id_twice()
    {
        await using var redis = await RedisServer.StartAsync(RedisPersistence.Snapshot);
        await using var follower = await Node.StartAsync(redis.Configuration, "");
        await using var stream = await follower.OpenNotesAsync();
        await follower.PublishAsync(3);
        await SaveAsync(redis);
        var lost = await follower.PublishAsync(3, 4);
        await stream.TakeAsync(6);
        await redis.KillAsync();
        await redis.StartAgainAsync();

        // Knows nothing but what Redis says.
        await using var stranger = await Node.StartAsync(redis.Configuration, "");
        var after = await stranger.PublishAsync(3, 7);

        Assert.Empty(after.Intersect(lost));
        Assert.Equal("gap", (await stream.NextAsync()).EventType);
        Assert.Equal(after, (await stream.TakeAsync(3)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task Of_more_than_is_kept_a_node_that_was_cut_off_tells_how_much_is_missing()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var admin = await AdminAsync(redis);
        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "guest", "on", ">secret", "allkeys", "allchannels", "allcommands");
        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "default", ">owner");
        await using var first = await Node.StartAsync(redis.Configuration + ",user=guest,password=secret", "", Few);
        await using var stream = await first.OpenNotesAsync();
        var ids = await first.PublishAsync(1);
        Assert.Equal(ids[0], (await stream.NextAsync()).Id);

        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "guest", "off");
        await admin.GetDatabase().ExecuteAsync("CLIENT", "KILL", "USER", "guest");
        await using var second = await Node.StartAsync(redis.Configuration + ",password=owner", "", Few);
        var missed = await second.PublishAsync(50, 2);
        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "guest", "on");

        var next = await stream.NextAsync();
        Assert.Equal(("gap", """{"missed":40}"""), (next.EventType, next.Data));
        Assert.Equal(missed[^10..], (await stream.TakeAsync(10)).Select(frame => frame.Id));

        static void Few(EventTopicOptions notes) => notes.Capacity = 10;
    }

    private static async Task<IConnectionMultiplexer> AdminAsync(RedisServer redis) =>
        await ConnectionMultiplexer.ConnectAsync(redis.Configuration + ",allowAdmin=true");

    private static async Task SaveAsync(RedisServer redis)
    {
        await using var admin = await AdminAsync(redis);
        await admin.GetDatabase().ExecuteAsync("SAVE");
    }
}
