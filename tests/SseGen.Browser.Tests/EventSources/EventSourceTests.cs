using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.Browser.Tests.EventSources;

/// <summary>What is sent, as other people's <c>EventSource</c>s understand it: the browser's, and the package of that name for Node.js.</summary>
public sealed class EventSourceTests(Chromium chromium)
{
    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task Text_types_and_ids_arrive_as_they_were_sent(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/texts", "greeting", "message");

        Assert.Equal(Seen.Open, await client.NextAsync());
        Assert.Equal(Seen.Event("greeting", "named", "first"), await client.NextAsync());
        foreach (var text in WireEndpoints.Texts)
        {
            // A line break is a line feed on the other side, whatever it was here.
            var expected = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            Assert.Equal(Seen.Event("message", expected, client.Remembered("first")), await client.NextAsync());
        }

        Assert.Equal(Seen.Event("message", "numbered", "last"), await client.NextAsync());
        Assert.Equal(Seen.Event("message", "forgets", ""), await client.NextAsync());
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task The_connection_opens_before_the_first_event_and_heartbeats_raise_nothing(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/quiet", "message");
        Assert.Equal(Seen.Open, await client.NextAsync());
        await using var witness = await server.OpenAsync("/quiet");
        for (var heartbeats = 0; heartbeats < 5;)
        {
            heartbeats += (await witness.ReadFrameAsync())!.Comment is null ? 0 : 1;
        }

        server.Services.GetRequiredService<Cue>().Give();

        Assert.Equal(Seen.Event("message", "at last", ""), await client.NextAsync());
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_client_returns_after_the_time_it_was_told_and_says_what_it_has_seen(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/next/patient", "message");

        Assert.Equal(Seen.Open, await client.NextAsync());
        Assert.Equal(Seen.Event("message", "1", "1"), await client.NextAsync());
        Assert.Equal(Seen.Lost, await client.NextAsync());
        Assert.Equal(Seen.Open, await client.NextAsync());
        Assert.Equal(Seen.Event("message", "2", "2"), await client.NextAsync());

        Assert.Collection(
            server.Requests.Take(2),
            first => Assert.Null(first.LastEventId),
            second => Assert.Equal("1", second.LastEventId));
        // Left to itself either client would be back after three seconds.
        Assert.True(Stopwatch.GetElapsedTime(server.Requests.First().At, server.Requests.ElementAt(1).At) > TimeSpan.FromSeconds(3.9));
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_client_whose_connection_breaks_goes_on_after_its_last_event(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/next", "message");
        Assert.Equal(Seen.Event("message", "1", "1"), await client.NextEventAsync());

        server.CutConnections();

        Assert.Equal(Seen.Lost, await client.NextAsync());
        Assert.Equal(Seen.Open, await client.NextAsync());
        Assert.Equal(Seen.Event("message", "2", "2"), await client.NextAsync());
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_host_that_stops_says_farewell_and_its_successor_goes_on(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/next", "message", "shutdown");
        Assert.Equal(Seen.Event("message", "1", "1"), await client.NextEventAsync());

        await server.StopAsync();
        Assert.Equal(Seen.Event("shutdown", "{}", client.Remembered("1")), await client.NextAsync());
        Assert.Equal(Seen.Lost, await client.NextAsync());
        await using var successor = await WireServer.StartAsync(port: server.AddressOf("/").Port);

        Assert.Equal(Seen.Event("message", "2", "2"), await client.NextEventAsync());
        Assert.Equal("1", successor.Requests.First().LastEventId);
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_client_that_has_got_a_complete_stream_stops_by_itself(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/job", "message", "done");

        Assert.Equal(Seen.Open, await client.NextAsync());
        foreach (var step in (string[])["1", "2", "3"])
        {
            Assert.Equal(Seen.Event("message", step, step), await client.NextAsync());
        }

        Assert.Equal(Seen.Event("done", "{}", "~complete"), await client.NextAsync());
        Assert.Equal(Seen.Lost, await client.NextAsync());
        Assert.Equal(Seen.Closed, await client.NextAsync());
        Assert.Equal([null, "~complete"], server.Requests.Select(request => request.LastEventId));
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_stream_that_fails_tells_so_without_details_and_keeps_the_clients_place(string name)
    {
        await using var server = await WireServer.StartAsync();
        await using var client = await OpenAsync(name, server, "/broken", "message", "stream-error");
        Assert.Equal(Seen.Event("message", "1", "1"), await client.NextEventAsync());

        var failed = await client.NextAsync();
        Assert.Equal(("stream-error", client.Remembered("1")), (failed.What, failed.Id));
        Assert.StartsWith("""{"title":"An error occurred while streaming events.","status":500,"traceId":""", failed.Data, StringComparison.Ordinal);
        Assert.Equal(Seen.Lost, await client.NextAsync());
        Assert.Equal(Seen.Open, await client.NextAsync());
        Assert.Equal(Seen.Event("message", "2", "2"), await client.NextAsync());
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_client_of_a_topic_that_was_away_for_too_long_is_told_what_it_has_missed(string name)
    {
        await using var server = await WireServer.StartAsync();
        var topic = server.Services.GetRequiredService<EventTopic<Deal>>();
        await using var client = await OpenAsync(name, server, "/deals", "deal", "gap");
        Assert.Equal(Seen.Open, await client.NextAsync());
        await Bounded.Until(() => topic.SubscriberCount == 1);
        var seen = await PublishAsync(topic, 1);
        Assert.Equal(seen, await client.NextAsync());

        server.ShutDoor();
        server.CutConnections();
        Assert.Equal(Seen.Lost, await client.NextAsync());
        var published = new List<Seen>();
        for (var price = 2; price <= 10; price++)
        {
            published.Add(await PublishAsync(topic, price));
        }

        server.OpenDoor();

        Assert.Equal(Seen.Open, await client.NextAsync());
        // Of the nine three are kept.
        Assert.Equal(Seen.Event("gap", """{"missed":6}""", published[5].Id!), await client.NextAsync());
        foreach (var kept in published[6..])
        {
            Assert.Equal(kept, await client.NextAsync());
        }

        Assert.Equal(seen.Id, server.Requests.Last().LastEventId);
    }

    [Theory, MemberData(nameof(EventSourceClient.All), MemberType = typeof(EventSourceClient))]
    public async Task A_client_for_whom_there_is_no_room_comes_back_until_there_is(string name)
    {
        await using var server = await WireServer.StartAsync(options => options.MaxConnections = 1);
        var first = await server.OpenAsync("/next");
        await first.NextAsync();
        await using var client = await OpenAsync(name, server, "/next", "message");
        for (var attempts = 0; attempts < 3; attempts++)
        {
            Assert.Equal(Seen.Open, await client.NextAsync());
            Assert.Equal(Seen.Lost, await client.NextAsync());
        }

        await first.DisposeAsync();

        Assert.Equal(Seen.Event("message", "1", "1"), await client.NextEventAsync());
    }

    private Task<EventSourceClient> OpenAsync(string name, WireServer server, string path, params string[] types) =>
        EventSourceClient.OpenAsync(name, chromium, server.AddressOf(path), types);

    private static async Task<Seen> PublishAsync(EventTopic<Deal> topic, int price)
    {
        var id = await topic.PublishAsync(new Deal("MSFT", price), TestContext.Current.CancellationToken);
        return Seen.Event("deal", $$"""{"symbol":"MSFT","price":{{price}}}""", id.ToString());
    }
}
