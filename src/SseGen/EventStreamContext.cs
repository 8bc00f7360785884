using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SseGen.Framing;
using SseGen.Streaming;

namespace SseGen;

/// <summary>What a handler may want to know of the stream it feeds; taken as a parameter.</summary>
public sealed class EventStreamContext
{
    internal const string LastEventIdHeader = "Last-Event-ID";
    internal const string LastEventIdQueryParameter = "lastEventId";

    private ConcurrentQueue<byte[]>? _notices;

    internal EventStreamContext(HttpContext httpContext, StreamLifetime lifetime)
    {
        HttpContext = httpContext;
        Lifetime = lifetime;
    }

    /// <summary>
    /// A name for this stream that no other stream of the process has at the same time: the request's
    /// <see cref="HttpContext.TraceIdentifier"/>, so that it can be found in the logs.
    /// </summary>
    public string ConnectionId => HttpContext.TraceIdentifier;

    /// <summary>
    /// The id of the last event the client has seen: the header <c>Last-Event-ID</c> or, because a fresh <c>EventSource</c> cannot
    /// send headers, the query parameter <c>lastEventId</c>. <see langword="null"/> when the client is new.
    /// </summary>
    public string? LastEventId => ReadLastEventId(HttpContext.Request);

    /// <summary>Who asks for the stream.</summary>
    public ClaimsPrincipal User => HttpContext.User;

    /// <summary>The request that the stream answers.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>
    /// Fires when the client has gone, when the host stops (under <see cref="EventStreamShutdown.Drain"/>: when the time to drain is
    /// up), and when the stream has lasted for <see cref="EventStreamOptions.MaxDuration"/>. The same token that a handler takes as a
    /// parameter.
    /// </summary>
    public CancellationToken CancellationToken => Lifetime.CancellationToken;

    /// <summary>Fires the moment the host begins to stop, whatever the endpoint's <see cref="EventStreamShutdown"/>.</summary>
    public CancellationToken Stopping => Lifetime.Stopping;

    /// <summary>What ends the stream.</summary>
    internal StreamLifetime Lifetime { get; }

    /// <summary>Whether anything else comes before the stream's next event: a notice, or the stream's end.</summary>
    internal bool IsInterrupted => _notices is { IsEmpty: false } || Lifetime.IsEnding;

    /// <summary>Has something said right before the stream's next event, whatever its source is.</summary>
    /// <param name="frame">A whole event.</param>
    internal void AddNotice(byte[] frame)
    {
        var notices = _notices ?? Interlocked.CompareExchange(ref _notices, new ConcurrentQueue<byte[]>(), null) ?? _notices;
        notices.Enqueue(frame);
    }

    /// <summary>Writes what is to be said, and returns how many events that is.</summary>
    internal int WriteNotices(EventBuffer buffer)
    {
        var events = 0;
        while (_notices is { } notices && notices.TryDequeue(out var frame))
        {
            buffer.WriteShared(frame);
            events++;
        }

        return events;
    }

    internal static string? ReadLastEventId(HttpRequest request)
    {
        if (request.Headers.TryGetValue(LastEventIdHeader, out var header) && !StringValues.IsNullOrEmpty(header))
        {
            return header.ToString();
        }

        // An empty id means "none" to a client as well (WHATWG HTML, section 9.2.6).
        return request.QueryString.HasValue
            && request.Query.TryGetValue(LastEventIdQueryParameter, out var parameter)
            && !StringValues.IsNullOrEmpty(parameter)
                ? parameter[^1]
                : null;
    }
}
