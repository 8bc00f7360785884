using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>Topics over Redis from native binaries.</summary>
public sealed class TopicTests(PublishedTopicNode node) : IClassFixture<PublishedTopicNode>
{
    [Fact]
    public void Publishing_an_application_with_topics_over_Redis_gives_no_warning() => Assert.Empty(node.Warnings);

    [Fact]
    public async Task Two_binaries_share_their_topics()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await node.StartAsync("--redis", redis.Configuration);
        await using var second = await node.StartAsync("--redis", redis.Configuration);
        using var here = first.Client();
        using var there = second.Client();
        await using var notes = await SseReader.OpenAsync(there, "/notes");
        await using var ofAnna = await SseReader.OpenAsync(there, "/notes/from/anna");
        await using var room = await SseReader.OpenAsync(there, "/rooms/lobby");
        await Bounded.Until(() => there.GetStringAsync(new Uri("/notes/subscribers", UriKind.Relative)).GetAwaiter().GetResult() == "2");

        var ids = new[] { await PublishAsync(here, "/notes", "bob", 1), await PublishAsync(here, "/notes", "anna", 2) };

        Assert.Equal(new SseFrame { Id = ids[0], EventType = "note", Data = """{"from":"bob","number":1,"text":""}""" }, await notes.NextAsync());
        Assert.Equal(ids[1], (await notes.NextAsync()).Id);

        // Filtered: the item, which another process has serialised, is read without reflection.
        Assert.Equal(ids[1], (await ofAnna.NextAsync()).Id);
        await using var again = await SseReader.OpenAsync(here, "/notes", lastEventId: ids[0]);
        Assert.Equal(ids[1], (await again.NextAsync()).Id);

        await PublishAsync(here, "/rooms/lobby", "bob", 3);
        Assert.Contains("\"number\":3", (await room.NextAsync()).Data, StringComparison.Ordinal);

        await redis.KillAsync();
        using var refused = await PostAsync(here, "/notes", "bob", 4);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("'notes'", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> PublishAsync(HttpClient client, string uri, string from, int number)
    {
        using var response = await PostAsync(client, uri, from, number);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string uri, string from, int number) =>
        client.PostAsync(new Uri($"{uri}?from={from}&number={number}", UriKind.Relative), content: null, TestContext.Current.CancellationToken);
}
