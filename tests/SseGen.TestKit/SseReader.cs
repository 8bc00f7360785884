namespace SseGen.TestKit;

/// <summary>
/// Reads an event stream from any <see cref="Stream"/> as a browser's <c>EventSource</c> does, but strictly (<see cref="SseParser"/>): a frame is
/// returned as soon as its bytes have arrived, and every wait is bounded.
/// </summary>
public sealed class SseReader(Stream stream) : IAsyncDisposable
{
    private readonly SseParser _parser = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private bool _ended;

    /// <summary>What the client would send as <c>Last-Event-ID</c>: the id of the last event that had one.</summary>
    public string LastEventId { get; private set; } = "";

    /// <summary>How long the client would wait before it reconnects; <see langword="null"/> as long as the server has not said.</summary>
    public TimeSpan? ReconnectionTime { get; private set; }

    /// <summary>Begins to read a response; it must be 200 and an event stream.</summary>
    public static async Task<SseReader> OpenAsync(HttpClient client, string uri, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri)
        {
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead)
            .Within($"the headers of {uri}")
            .ConfigureAwait(false);
        return await OfAsync(response).ConfigureAwait(false);
    }

    /// <summary>Reads the body of a response, which must be 200 and an event stream.</summary>
    public static async Task<SseReader> OfAsync(HttpResponseMessage response)
    {
        if (response.StatusCode != System.Net.HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            var body = await response.Content.ReadAsStringAsync().Within("the body").ConfigureAwait(false);
            throw new InvalidOperationException($"Not an event stream: {response}\n{body}");
        }

        return new SseReader(await response.Content.ReadAsStreamAsync().ConfigureAwait(false));
    }

    /// <summary>The next frame of any kind, <see langword="null"/> at a clean end.</summary>
    /// <exception cref="FormatException">The stream is malformed.</exception>
    /// <exception cref="TimeoutException">Nothing came in time.</exception>
    public async Task<SseFrame?> ReadFrameAsync()
    {
        SseFrame frame;
        while (!_parser.TryRead(out frame))
        {
            if (_ended)
            {
                return null;
            }

            var count = await stream.ReadAsync(_buffer.AsMemory()).AsTask().Within("the next frame").ConfigureAwait(false);
            _parser.Append(_buffer.AsSpan(0, count));
            if (count == 0)
            {
                _ended = true;
                _parser.Complete();
            }
        }

        LastEventId = frame.Id ?? LastEventId;
        ReconnectionTime = frame.Retry ?? ReconnectionTime;
        return frame;
    }

    /// <summary>The next event that a browser would raise; comments and bare fields are passed over. <see langword="null"/> at a clean end.</summary>
    public async Task<SseFrame?> ReadEventAsync()
    {
        while (await ReadFrameAsync().ConfigureAwait(false) is { } frame)
        {
            if (frame.Data is not null)
            {
                return frame;
            }
        }

        return null;
    }

    /// <summary>The next event, which there must be.</summary>
    public async Task<SseFrame> NextAsync() =>
        await ReadEventAsync().ConfigureAwait(false) ?? throw new EndOfStreamException("The stream has ended; another event was expected.");

    /// <summary>The next <paramref name="count"/> events.</summary>
    public async Task<IReadOnlyList<SseFrame>> TakeAsync(int count)
    {
        var events = new List<SseFrame>(count);
        while (events.Count < count)
        {
            events.Add(await NextAsync().ConfigureAwait(false));
        }

        return events;
    }

    /// <summary>All remaining frames, up to a clean end.</summary>
    public async Task<IReadOnlyList<SseFrame>> ReadToEndAsync()
    {
        var frames = new List<SseFrame>();
        while (await ReadFrameAsync().ConfigureAwait(false) is { } frame)
        {
            frames.Add(frame);
        }

        return frames;
    }

    /// <summary>Closes the stream; over HTTP that is a client that goes away.</summary>
    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
