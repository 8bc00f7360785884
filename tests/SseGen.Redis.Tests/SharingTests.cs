using SseGen.Redis.Tests.Kit;
using SseGen.TestKit;
using SseGen.TopicNode;
using SseGen.Topics;
using StackExchange.Redis;

namespace SseGen.Redis.Tests;

/// <summary>Several nodes, one Redis that is there all the time.</summary>
public sealed class SharingTests(SharedRedis redis)
{
    private readonly string _prefix = SharedRedis.NewPrefix();

    [Fact]
    public async Task What_one_node_publishes_reaches_all_under_the_ids_of_the_stream()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await using var here = await first.OpenNotesAsync();
        await using var there = await second.OpenNotesAsync();

        var ids = await first.PublishAsync(3);

        const string Data = """{"from":"a","number":1,"text":""}""";
        Assert.Equal(new SseFrame { Id = ids[0], EventType = "note", Data = Data }, await here.NextAsync());
        Assert.Equal(new SseFrame { Id = ids[0], EventType = "note", Data = Data }, await there.NextAsync());
        Assert.Equal(ids[1..], (await here.TakeAsync(2)).Select(frame => frame.Id));
        Assert.Equal(ids[1..], (await there.TakeAsync(2)).Select(frame => frame.Id));
        Assert.Equal(ids, (await redis.Database.StreamRangeAsync(Stream)).Select(entry => (string?)entry.Id));
    }

    [Fact]
    public async Task The_stream_is_trimmed_to_the_capacity()
    {
        await using var node = await StartAsync(notes => notes.Capacity = 10);

        var ids = await node.PublishAsync(35);

        Assert.Equal(ids[^10..], (await redis.Database.StreamRangeAsync(Stream)).Select(entry => (string?)entry.Id));
    }

    [Fact]
    public async Task A_client_resumes_on_a_node_that_has_never_seen_it()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await using var before = await first.OpenNotesAsync();
        var ids = await first.PublishAsync(5);
        await before.TakeAsync(2);
        Assert.Equal(ids[1], before.LastEventId);

        await using var after = await second.OpenNotesAsync(before.LastEventId);
        ids = [.. ids, .. await second.PublishAsync(2, 6)];

        Assert.Equal(ids[2..], (await after.TakeAsync(5)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task A_client_resumes_on_a_node_that_has_started_later()
    {
        await using var first = await StartAsync();
        var ids = await first.PublishAsync(600);
        await using var second = await StartAsync();

        await using var stream = await second.OpenNotesAsync(ids[9]);

        Assert.Equal(ids[10..], (await stream.TakeAsync(590)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task An_id_that_is_ahead_of_a_node_is_waited_for_and_no_gap()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        for (var round = 0; round < 50; round++)
        {
            var ids = await first.PublishAsync(2, round * 2);

            // At once: the other node may not have heard of it.
            await using var stream = await second.OpenNotesAsync(ids[0]);
            Assert.Equal(ids[1], (await stream.NextAsync()).Id);
        }
    }

    [Theory]
    [InlineData("1-1")]
    [InlineData("nonsense")]
    [InlineData("99999999999999999-1")]
    public async Task An_id_that_was_never_issued_gives_a_gap_first(string lastEventId)
    {
        await using var first = await StartAsync();
        var ids = await first.PublishAsync(2);
        await using var second = await StartAsync();

        await using var stream = await second.OpenNotesAsync(lastEventId);

        var gap = await stream.NextAsync();
        Assert.Equal(("gap", """{"missed":null}"""), (gap.EventType, gap.Data));
        Assert.Equal(ids, (await stream.TakeAsync(2)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task An_id_that_is_no_longer_kept_gives_a_gap_with_the_number_of_events_missed()
    {
        await using var first = await StartAsync(notes => notes.Capacity = 4);
        var ids = await first.PublishAsync(10);
        await using var second = await StartAsync(notes => notes.Capacity = 4);

        await using var stream = await second.OpenNotesAsync(ids[1]);

        Assert.Equal(new SseFrame { Id = ids[5], EventType = "gap", Data = """{"missed":4}""" }, await stream.NextAsync());
        Assert.Equal(ids[6..], (await stream.TakeAsync(4)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task A_node_subscribes_once_however_many_clients_it_has()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var streams = new List<SseReader>();
        foreach (var node in Enumerable.Repeat(new[] { first, second }, 20).SelectMany(static pair => pair))
        {
            streams.Add(await node.OpenNotesAsync());
        }

        Assert.Equal(20, first.Notes.SubscriberCount);
        Assert.Equal(20, second.Notes.SubscriberCount);
        Assert.Equal(2, await redis.SubscriptionsAsync(Stream));
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }

        await Bounded.Until(() => first.Notes.SubscriberCount + second.Notes.SubscriberCount == 0);
    }

    [Fact]
    public async Task A_filter_reads_what_another_node_has_published()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await using var stream = await second.OpenAsync("/notes/from/b", second.Notes);

        await first.PublishAsync(1);
        var ids = await first.PublishAsync(1, from: "b");

        Assert.Equal(ids[0], (await stream.NextAsync()).Id);
    }

    [Fact]
    public async Task Text_of_any_kind_arrives_as_it_was_published()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await using var stream = await second.OpenNotesAsync();
        var note = new Note("ü\r\n\"", 7, "zwei\nZeilen \0 \u2028 😀");

        await first.Notes.PublishAsync(note, TestContext.Current.CancellationToken);

        var data = (await stream.NextAsync()).Data!;
        Assert.Equal(note, System.Text.Json.JsonSerializer.Deserialize(data, NodeJsonContext.Default.Note));
    }

    [Fact]
    public async Task Publications_of_one_node_keep_their_order_without_being_waited_for()
    {
        await using var first = await StartAsync(notes => notes.Capacity = 4096);
        await using var second = await StartAsync(notes => notes.Capacity = 4096);
        await using var stream = await second.OpenNotesAsync();
        await first.PublishAsync(1, 0);

        var publications = Enumerable.Range(1, 2_000)
            .Select(number => first.Notes.PublishAsync(new Note("a", number), TestContext.Current.CancellationToken).AsTask())
            .ToList();

        for (var number = 0; number <= 2_000; number++)
        {
            Assert.Contains($"\"number\":{number},", (await stream.NextAsync()).Data, StringComparison.Ordinal);
        }

        await Task.WhenAll(publications);
    }

    [Fact]
    public async Task A_subscriber_that_lags_skips_and_is_told_how_much()
    {
        await using var first = await StartAsync(notes => notes.Capacity = 8);
        await using var second = await StartAsync(notes => notes.Capacity = 8);
        var gaps = new List<EventGap>();
        await using var slow = second.Notes.Subscribe().OnGap(gaps.Add).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = slow.MoveNextAsync();
        await Bounded.Until(() => second.Notes.SubscriberCount == 1);
        await using var quick = await second.OpenNotesAsync();
        await first.PublishAsync(1);
        Assert.True(await next);

        var ids = await first.PublishAsync(30, 2);
        while ((await quick.NextAsync()).Id != ids[^1])
        {
            // The mirror of the second node has everything once the last event has gone through it.
        }

        Assert.True(await slow.MoveNextAsync());
        Assert.Equal([22L], gaps.Select(gap => gap.Missed!.Value));
        Assert.Equal(24, slow.Current.Number);
    }

    [Fact]
    public async Task A_subscriber_that_lags_is_sent_away_where_the_topic_says_so()
    {
        await using var first = await StartAsync(Strict);
        await using var second = await StartAsync(Strict);
        await using var slow = second.Notes.Subscribe().GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = slow.MoveNextAsync();
        await Bounded.Until(() => second.Notes.SubscriberCount == 1);
        await first.PublishAsync(1);
        Assert.True(await next);

        var ids = await first.PublishAsync(30, 2);
        await using (var all = await second.OpenNotesAsync(ids[^2]))
        {
            Assert.Equal(ids[^1], (await all.NextAsync()).Id);
        }

        Assert.False(await slow.MoveNextAsync());

        static void Strict(EventTopicOptions notes) => (notes.Capacity, notes.WhenLagging) = (8, LagPolicy.Disconnect);
    }

    [Fact]
    public async Task Of_each_key_the_newest_arrives_on_every_node()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var gaps = new List<EventGap>();
        await using var slow = second.Prices.Subscribe().OnGap(gaps.Add).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var next = slow.MoveNextAsync();
        await Bounded.Until(() => second.Prices.SubscriberCount == 1);
        await using var quick = await second.OpenAsync("/prices", second.Prices);
        await first.Prices.PublishAsync(new Price("start", 0), TestContext.Current.CancellationToken);
        Assert.True(await next);

        TopicEventId last = default;
        for (var value = 1; value <= 300; value++)
        {
            last = await first.Prices.PublishAsync(new Price($"S{value % 3}", value), TestContext.Current.CancellationToken);
        }

        while ((await quick.NextAsync()).Id != last.ToString())
        {
            // Some are replaced on the way, too.
        }

        var seen = new List<Price>();
        while (seen.Count == 0 || seen[^1].Value < 300)
        {
            Assert.True(await slow.MoveNextAsync());
            seen.Add(slow.Current);
        }

        Assert.Equal([new("S1", 298), new("S2", 299), new("S0", 300)], seen);
        Assert.Empty(gaps);
    }

    [Fact]
    public async Task Messages_of_somebody_else_on_the_channel_are_ignored()
    {
        await using var node = await StartAsync();
        await using var stream = await node.OpenNotesAsync();
        await node.PublishAsync(1);
        await stream.NextAsync();

        foreach (var nonsense in new[] { "", "nonsense", "1-1\n", "1-1\n9\nx", "1-1\n-1\nx", "1-1\nx\n", new string('1', 99) + "\n0\nx" })
        {
            await redis.Connection.GetSubscriber().PublishAsync(RedisChannel.Literal(Stream), nonsense);
        }

        var ids = await node.PublishAsync(1, 2);
        Assert.Equal(ids[0], (await stream.NextAsync()).Id);
        await node.Logs.FirstAsync(entry => entry.EventId.Name == "RedisForeignMessage");
    }

    private string Stream => _prefix + "{notes}";

    private Task<Node> StartAsync(Action<EventTopicOptions>? notes = null) => Node.StartAsync(redis.Server.Configuration, _prefix, notes);
}
