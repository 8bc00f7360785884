namespace SseGen;

/// <summary>How a request is answered that gets no stream because the host stops or a limit is reached.</summary>
public enum OverloadResponse
{
    /// <summary>
    /// A request that accepts <c>text/event-stream</c> gets 200, a <c>retry:</c> out of <see cref="EventStreamOptions.ReconnectSpread"/>
    /// and a clean end, because any status but 200 stops an <c>EventSource</c> for good. Every other request gets the status.
    /// </summary>
    Reconnect,

    /// <summary>Every request gets the status: 503, or 429 for the limit per user, with <c>Retry-After</c>.</summary>
    Status,
}
