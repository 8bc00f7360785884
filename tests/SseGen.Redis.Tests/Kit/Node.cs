using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;
using SseGen.TopicNode;

namespace SseGen.Redis.Tests.Kit;

/// <summary>One of several server processes, as far as topics are concerned: a host of its own in the process of the tests.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly LiveServer _server;

    private Node(LiveServer server) => _server = server;

    public EventTopic<Note> Notes => _server.Services.GetRequiredService<EventTopic<Note>>();

    public EventTopic<Price> Prices => _server.Services.GetRequiredService<EventTopic<Price>>();

    public EventTopics<string, Note> Rooms => _server.Services.GetRequiredService<EventTopics<string, Note>>();

    public CapturedLogs Logs => _server.Logs;

    /// <summary>Starts one.</summary>
    /// <param name="redis">Where Redis is.</param>
    /// <param name="prefix">Of the keys: nodes that share it share the topics.</param>
    /// <param name="notes">Options of the topic <c>notes</c>.</param>
    /// <param name="settings">Configuration, as <c>key=value</c>.</param>
    public static async Task<Node> StartAsync(
        string redis, string prefix, Action<EventTopicOptions>? notes = null, params string[] settings) =>
        new(await LiveServer.StartAsync(
            builder =>
            {
                builder.Configuration["EventStreams:Redis:KeyPrefix"] = prefix;
                foreach (var setting in settings)
                {
                    builder.Configuration[setting.Split('=')[0]] = setting.Split('=')[1];
                }

                NodeSetup.AddServices(builder, redis, notes);
            },
            NodeSetup.Map));

    /// <summary>
    /// Opens a stream, and waits until it is subscribed to its topic; with an id there is nothing to wait for, because what comes before that is
    /// sent as well.
    /// </summary>
    public async Task<SseReader> OpenAsync<T>(string uri, EventTopic<T> topic, string? lastEventId = null)
    {
        var before = topic.SubscriberCount;
        var stream = await _server.OpenAsync(uri, lastEventId: lastEventId);
        if (lastEventId is null)
        {
            await Bounded.Until(() => topic.SubscriberCount > before);
        }

        return stream;
    }

    /// <summary>Opens the stream of all notes.</summary>
    public Task<SseReader> OpenNotesAsync(string? lastEventId = null) => OpenAsync("/notes", Notes, lastEventId);

    /// <summary>Publishes notes one after the other, and returns their ids.</summary>
    public async Task<string[]> PublishAsync(int count, int first = 1, string from = "a")
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            var id = await Notes.PublishAsync(new Note(from, first + i), TestContext.Current.CancellationToken);
            ids[i] = id.ToString();
        }

        return ids;
    }

    /// <summary>Publishes a note as soon as Redis takes it again, and returns its id.</summary>
    public async Task<string> PublishWhenBackAsync(Note note)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return (await Notes.PublishAsync(note, TestContext.Current.CancellationToken)).ToString();
            }
            catch (EventTopicUnavailableException) when (TimeProvider.System.GetElapsedTime(began) < Bounded.Patience)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
