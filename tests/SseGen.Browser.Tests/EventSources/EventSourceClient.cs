using System.Text.Json;
using System.Threading.Channels;
using SseGen.TestKit;

namespace SseGen.Browser.Tests.EventSources;

/// <summary>What an <c>EventSource</c> has reported: <c>open</c>, <c>error</c> or the type of an event.</summary>
/// <param name="What">What has happened.</param>
/// <param name="State">Its <c>readyState</c> then.</param>
/// <param name="Data">The event's data.</param>
/// <param name="Id">The event's <c>lastEventId</c>.</param>
internal sealed record Seen(string What, int State, string? Data = null, string? Id = null)
{
    private const int Connecting = 0;
    private const int OpenState = 1;
    private const int ClosedState = 2;

    /// <summary>The connection stands.</summary>
    public static readonly Seen Open = new("open", OpenState);

    /// <summary>It is lost, and the client will be back.</summary>
    public static readonly Seen Lost = new("error", Connecting);

    /// <summary>It is lost for good.</summary>
    public static readonly Seen Closed = new("error", ClosedState);

    /// <summary>An event.</summary>
    public static Seen Event(string type, string data, string id) => new(type, OpenState, data, id);
}

/// <summary>An <c>EventSource</c> that somebody else has written, on its own reading one stream.</summary>
internal abstract class EventSourceClient : IAsyncDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private readonly Channel<Seen> _seen = Channel.CreateUnbounded<Seen>();

    /// <summary>All names under which <see cref="OpenAsync"/> knows a client.</summary>
    public static TheoryData<string> All { get; } = ["Chromium", "Node"];

    /// <summary>Starts a client on a stream.</summary>
    /// <param name="name">Which one.</param>
    /// <param name="chromium">The browser.</param>
    /// <param name="stream">The stream's address.</param>
    /// <param name="types">The event types that it listens for.</param>
    public static async Task<EventSourceClient> OpenAsync(string name, Chromium chromium, Uri stream, params string[] types) => name switch
    {
        "Chromium" => await ChromiumClient.OpenAsync(chromium, stream, types),
        "Node" => NodeClient.Open(stream, types),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such client."),
    };

    /// <summary>The <c>lastEventId</c> of an event that has no id itself, after one that had <paramref name="id"/>.</summary>
    public virtual string Remembered(string id) => id;

    /// <summary>The next thing that happens to the client.</summary>
    public async Task<Seen> NextAsync()
    {
        try
        {
            return await _seen.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().Within("something to happen");
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message} {Trouble}", exception);
        }
    }

    /// <summary>The next event; what happens to the connection before it is passed over.</summary>
    public async Task<Seen> NextEventAsync()
    {
        while (true)
        {
            var seen = await NextAsync();
            if (seen.What is not ("open" or "error"))
            {
                return seen;
            }
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>What the client's own process has complained of.</summary>
    protected virtual string Trouble => "";

    /// <summary>The client has reported something, in JSON.</summary>
    protected void Report(string json) => Assert.True(_seen.Writer.TryWrite(JsonSerializer.Deserialize<Seen>(json, s_json)!));
}
