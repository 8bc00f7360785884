using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.EndToEnd.Tests.Topics;

/// <summary>Topics through real handlers, generated serializers and a real server.</summary>
public sealed class TopicTests
{
    [Fact]
    public async Task Everybody_gets_what_is_published_under_the_topics_ids()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var first = await OpenAsync(server, "/deals", topic, 1);
        await using var second = await OpenAsync(server, "/deals/plain", topic, 2);

        var id = await topic.PublishAsync(new Deal(17, "MSFT", 412.05m), TestContext.Current.CancellationToken);

        const string Data = """{"sequence":17,"symbol":"MSFT","price":412.05}""";
        Assert.Equal(new SseFrame { Id = id.ToString(), EventType = "deal", Data = Data }, await first.NextAsync());
        Assert.Equal(new SseFrame { Id = id.ToString(), Data = Data }, await second.NextAsync());
    }

    [Fact]
    public async Task A_client_resumes_after_its_last_event()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        var ids = await PublishAsync(topic, 5);

        await using var stream = await server.OpenAsync("/deals", lastEventId: ids[1]);

        Assert.Equal(ids[2..], (await stream.TakeAsync(3)).Select(frame => frame.Id));
    }

    [Theory]
    [InlineData("/deals", "1-1")]
    [InlineData("/deals", "nonsense")]
    [InlineData("/deals/mapped", "1-1")]
    public async Task An_id_that_the_topic_never_issued_gives_a_gap_first(string uri, string lastEventId)
    {
        await using var server = await StartAsync();
        var ids = await PublishAsync(server.Services.GetRequiredService<EventTopic<Deal>>(), 2);

        await using var stream = await server.OpenAsync(uri, lastEventId: lastEventId);

        var gap = await stream.NextAsync();
        Assert.Equal(("gap", """{"missed":null}"""), (gap.EventType, gap.Data));
        Assert.EndsWith("-0", gap.Id, StringComparison.Ordinal);
        Assert.Equal(ids, (await stream.TakeAsync(2)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task An_id_that_is_no_longer_kept_gives_a_gap_with_the_number_of_events_missed()
    {
        await using var server = await StartAsync(topic => topic.Capacity = 3);
        var ids = await PublishAsync(server.Services.GetRequiredService<EventTopic<Deal>>(), 10);

        await using var stream = await server.OpenAsync("/deals", lastEventId: ids[1]);

        Assert.Equal(new SseFrame { Id = ids[6], EventType = "gap", Data = """{"missed":5}""" }, await stream.NextAsync());
        Assert.Equal(ids[7..], (await stream.TakeAsync(3)).Select(frame => frame.Id));
    }

    [Fact]
    public async Task A_filtered_subscription_keeps_ids_and_moves_its_client_on()
    {
        await using var server = await StartAsync(topic => topic.Capacity = 64);
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var stream = await OpenAsync(server, "/deals/of/B", topic, 1);

        var passed = await PublishAsync(topic, 30, "A");
        var place = await stream.ReadFrameAsync();
        Assert.Null(place!.Data);
        Assert.Contains(place.Id, passed);

        var wanted = await topic.PublishAsync(new Deal(31, "B", 1), TestContext.Current.CancellationToken);
        Assert.Equal(wanted.ToString(), (await stream.NextAsync()).Id);
    }

    [Fact]
    public async Task A_handler_that_maps_can_keep_the_ids()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var stream = await OpenAsync(server, "/deals/mapped", topic, 1);

        var id = await topic.PublishAsync(new Deal(1, "MSFT", 4.5m), TestContext.Current.CancellationToken);

        Assert.Equal(new SseFrame { Id = id.ToString(), EventType = "price", Data = "4.5" }, await stream.NextAsync());
    }

    [Fact]
    public async Task A_payload_with_event_types_of_its_own_keeps_them()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Change>>();
        await using var stream = await OpenAsync(server, "/changes", topic, 1);

        await topic.PublishAsync(new Change.Opened("a"), TestContext.Current.CancellationToken);
        await topic.PublishAsync(new Change.Closed("b"), TestContext.Current.CancellationToken);

        Assert.Equal("opened", (await stream.NextAsync()).EventType);
        Assert.Equal("closed", (await stream.NextAsync()).EventType);
    }

    [Fact]
    public async Task Text_is_published_line_by_line()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<string>>();
        await using var stream = await OpenAsync(server, "/words", topic, 1);

        await topic.PublishAsync("a\r\nb", TestContext.Current.CancellationToken);

        Assert.Equal("a\nb", (await stream.NextAsync()).Data);
    }

    [Fact]
    public async Task Rooms_are_apart_and_presence_is_told()
    {
        var presence = new Presence();
        await using var server = await StartAsync(services: services => services.AddSingleton<IEventTopicPresence>(presence));
        var rooms = server.Services.GetRequiredService<EventTopics<string, ChatMessage>>();
        await using (var lobby = await OpenAsync(server, "/rooms/lobby", rooms["lobby"], 1))
        {
            await using var attic = await OpenAsync(server, "/rooms/attic", rooms["attic"], 1);
            await rooms["attic"].PublishAsync(new ChatMessage("a", "up here"), TestContext.Current.CancellationToken);
            await rooms["lobby"].PublishAsync(new ChatMessage("b", "down here"), TestContext.Current.CancellationToken);

            Assert.Contains("up here", (await attic.NextAsync()).Data, StringComparison.Ordinal);
            Assert.Contains("down here", (await lobby.NextAsync()).Data, StringComparison.Ordinal);
        }

        await Bounded.Until(() => presence.Heard.Count == 4);
        Assert.Equal(["+attic", "+lobby", "-attic", "-lobby"], presence.Heard.Order(StringComparer.Ordinal));
        Assert.Equal(0, rooms["lobby"].SubscriberCount);
        Assert.Equal(0, rooms["cellar"].SubscriberCount);
    }

    [Theory]
    [InlineData("/deals")]
    [InlineData("/deals/mapped")]
    [InlineData("/deals/draining")]
    public async Task A_subscription_ends_when_the_host_stops(string uri)
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var stream = await OpenAsync(server, uri, topic, 1);

        var stop = server.StopAsync();

        Assert.Equal("shutdown", (await stream.NextAsync()).EventType);
        Assert.Null(await stream.ReadFrameAsync());
        await stop;
        Assert.Equal(0, topic.SubscriberCount);
    }

    [Fact]
    public async Task A_handler_whose_topic_ends_with_the_host_may_still_say_something_and_is_not_complete()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var stream = await OpenAsync(server, "/deals/draining/mapped", topic, 1);

        var stop = server.StopAsync();

        Assert.Equal("-1", (await stream.NextAsync()).Data);
        Assert.Equal("shutdown", (await stream.NextAsync()).EventType);
        Assert.Null(await stream.ReadFrameAsync());
        await stop;
    }

    [Fact]
    public async Task A_client_that_lags_gets_the_newest_of_each_key()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredKeyedService<EventTopic<Quote>>("quotes");
        await using var stream = await OpenAsync(server, "/quotes", topic, 1);
        var padding = new string('x', 20_000);
        for (var price = 1; price <= 3_000; price++)
        {
            await topic.PublishAsync(new Quote($"S{price % 5}", price, padding), TestContext.Current.CancellationToken);
        }

        var (last, count) = (0, 0);
        var newest = new Dictionary<int, int>();
        while (newest.Values.Count(price => price > 2_995) < 5)
        {
            var frame = await stream.NextAsync();
            Assert.NotEqual("gap", frame.EventType);
            var price = int.Parse(frame.Data!.Split("\"price\":")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(price > last);
            (last, newest[price % 5]) = (price, price);
            count++;
        }

        Assert.InRange(count, 5, 2_999);
    }

    [Fact]
    public async Task A_client_that_lags_too_far_is_sent_away_and_resumes_with_a_gap()
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredKeyedService<EventTopic<Quote>>("strict");
        await using var stream = await OpenAsync(server, "/deals/disconnecting", topic, 1);

        // A client that has seen no event yet has no place to come back to.
        await topic.PublishAsync(new Quote("0", 0), TestContext.Current.CancellationToken);
        _ = await stream.NextAsync();
        var padding = new string('x', 20_000);
        for (var price = 1; price <= 3_000; price++)
        {
            // A key each: nothing replaces anything.
            await topic.PublishAsync(new Quote($"{price}", price, padding), TestContext.Current.CancellationToken);
        }

        var first = await stream.ReadToEndAsync();
        Assert.DoesNotContain(first, frame => frame.EventType is "gap" or "done");
        await using var again = await server.OpenAsync("/deals/disconnecting", lastEventId: stream.LastEventId);
        var gap = await again.NextAsync();
        Assert.Equal("gap", gap.EventType);
        var next = await again.NextAsync();
        var missed = ulong.Parse(gap.Data!["{\"missed\":".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Sequence(stream.LastEventId) + missed + 1, Sequence(next.Id!));
    }

    [Theory]
    [InlineData("/deals/disconnecting/late")]
    [InlineData("/deals/disconnecting/late/mapped")]
    public async Task A_client_that_is_sent_away_before_it_has_seen_an_event_is_told_where_to_come_back(string uri)
    {
        await using var server = await StartAsync();
        var topic = server.Services.GetRequiredKeyedService<EventTopic<Quote>>("strict");
        var gate = server.Services.GetRequiredService<Gate>();
        var before = await topic.PublishAsync(new Quote("before", 0), TestContext.Current.CancellationToken);
        var opening = server.OpenAsync(uri);
        await gate.Reached.Within("the handler to subscribe");
        for (var price = 1; price <= 100; price++)
        {
            await topic.PublishAsync(new Quote($"{price}", price), TestContext.Current.CancellationToken);
        }

        gate.Open();

        await using var stream = await opening;
        Assert.Equal([new SseFrame { Id = before.ToString() }], await stream.ReadToEndAsync());
        await using var again = await server.OpenAsync("/deals/disconnecting", lastEventId: stream.LastEventId);
        // All of them are kept, the ring's and before it the newest of each key: it loses nothing.
        Assert.Equal(
            Enumerable.Range(1, 100).Select(price => $$"""{"symbol":"{{price}}","price":{{price}},"padding":""}"""),
            (await again.TakeAsync(100)).Select(frame => frame.Data));
    }

    [Fact]
    public async Task A_bad_option_fails_the_start_and_is_named()
    {
        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => StartAsync(topic => topic.Capacity = 0));

        Assert.Contains("EventTopicOptions.Capacity of the topic 'deals' is 0", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_come_from_the_configuration()
    {
        await using var server = await StartAsync(configure: builder => builder.Configuration["EventStreams:Topics:deals:Capacity"] = "2");
        var ids = await PublishAsync(server.Services.GetRequiredService<EventTopic<Deal>>(), 4);

        await using var stream = await server.OpenAsync("/deals", lastEventId: ids[0]);

        Assert.Equal("""{"missed":1}""", (await stream.NextAsync()).Data);
    }

    private static ulong Sequence(string id) => TopicEventId.TryParse(id, out var parsed) ? parsed.Sequence : throw new FormatException(id);

    private static async Task<string[]> PublishAsync(EventTopic<Deal> topic, int count, string symbol = "A")
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            ids[i] = (await topic.PublishAsync(new Deal(i, symbol, i), TestContext.Current.CancellationToken)).ToString();
        }

        return ids;
    }

    private static async Task<SseReader> OpenAsync<T>(LiveServer server, string uri, EventTopic<T> topic, int subscribers)
    {
        var stream = await server.OpenAsync(uri);
        await Bounded.Until(() => topic.SubscriberCount == subscribers);
        return stream;
    }

    private static Task<LiveServer> StartAsync(
        Action<EventTopicOptions>? deals = null, Action<IServiceCollection>? services = null, Action<WebApplicationBuilder>? configure = null) =>
        LiveServer.StartAsync(
            builder =>
            {
                configure?.Invoke(builder);
                services?.Invoke(builder.Services);
                TopicEndpoints.AddTopics(builder.Services, deals);
            },
            app => app.MapTopicEndpoints());

    private sealed class Presence : IEventTopicPresence
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Heard { get; } = new();

        public void OnJoined(EventTopicSubscriber subscriber) => Heard.Enqueue("+" + subscriber.Key);

        public void OnLeft(EventTopicSubscriber subscriber) => Heard.Enqueue("-" + subscriber.Key);
    }
}
