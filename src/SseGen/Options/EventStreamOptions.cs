namespace SseGen;

/// <summary>What every event stream of the application does by default; bound from the configuration section <c>EventStreams</c>.</summary>
public sealed class EventStreamOptions
{
    /// <summary>
    /// How long the first event is awaited before the response headers are sent without it. A source that fails within it gives an
    /// ordinary error response. Default: 100 ms.
    /// </summary>
    public TimeSpan CommitWindow { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long nothing may be written before a comment shows that the connection lives. Zero switches heartbeats off.
    /// Default: 15 s.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a flush may be pending, because the client does not read, before the connection is aborted. Zero is for ever.
    /// Default: 30 s.
    /// </summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream may last before it is ended cleanly and the client returns. Zero, the default, is for ever.</summary>
    public TimeSpan MaxDuration { get; set; }

    /// <summary>
    /// The <c>retry:</c> field that each stream begins with: after which time a client that has lost the connection returns.
    /// <see langword="null"/>, the default, leaves that to the client.
    /// </summary>
    public TimeSpan? Retry { get; set; }

    /// <summary>How many bytes of events may be pending before they are flushed although more events are ready. Default: 32 768 bytes.</summary>
    public int FlushThreshold { get; set; } = 32 * 1024;

    /// <summary>
    /// How long the streams with <see cref="EventStreamShutdown.Drain"/> may go on when the host stops; shortened to what the host's
    /// own shutdown timeout allows. Default: 10 s.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a stopping host waits for a handler whose token has fired and that does not come back, before it goes on without it.
    /// Default: 1 s.
    /// </summary>
    public TimeSpan AbandonTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The range out of which each client that is sent away gets the time after which it returns, so that not all return at once.
    /// Default: 0.5 s to 5 s.
    /// </summary>
    public TimeSpanRange ReconnectSpread { get; set; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));

    /// <summary>How many streams may be open in this process. <see langword="null"/>, the default, is as many as come.</summary>
    public int? MaxConnections { get; set; }

    /// <summary>
    /// How many streams one user may have open in this process: whoever has the same name-identifier or name claim or, where nobody is
    /// signed in, the same remote address. <see langword="null"/>, the default, is as many as come.
    /// </summary>
    public int? MaxConnectionsPerUser { get; set; }

    /// <summary>
    /// How a request is answered while the host stops, and over a limit. Default: <see cref="OverloadResponse.Reconnect"/>.
    /// </summary>
    public OverloadResponse OverloadResponse { get; set; }

    /// <summary>The type of the event that says that the stream has failed. Default: <c>stream-error</c>.</summary>
    public string ErrorEventType { get; set; } = "stream-error";

    /// <summary>The type of the event that says that the host stops. Default: <c>shutdown</c>.</summary>
    public string FarewellEventType { get; set; } = "shutdown";

    /// <summary>
    /// The type of a last event that says that the stream is complete. A client that comes back after it gets 204 and stays away.
    /// <see langword="null"/>, the default, sends none.
    /// </summary>
    public string? CompletionEventType { get; set; }

    /// <summary>
    /// Whether the event that says that a stream has failed carries the exception's type and message. Default:
    /// <see langword="false"/>, because they may tell the client what is none of its business.
    /// </summary>
    public bool IncludeErrorDetails { get; set; }

    /// <summary>These options as they are for one endpoint.</summary>
    internal EventStreamOptions OverriddenBy(EventStreamAttribute endpoint)
    {
        var options = (EventStreamOptions)MemberwiseClone();
        options.HeartbeatInterval = Overridden(endpoint.HeartbeatSeconds, HeartbeatInterval);
        options.SendTimeout = Overridden(endpoint.SendTimeoutSeconds, SendTimeout);
        options.MaxDuration = Overridden(endpoint.MaxDurationSeconds, MaxDuration);
        options.CompletionEventType = endpoint.CompletionEventType ?? CompletionEventType;
        if (endpoint.RetryMilliseconds != EventStreamAttribute.Inherit)
        {
            options.Retry = TimeSpan.FromMilliseconds(endpoint.RetryMilliseconds);
        }

        return options;
    }

    private static TimeSpan Overridden(double seconds, TimeSpan option)
        => seconds == EventStreamAttribute.Inherit ? option : TimeSpan.FromSeconds(seconds);
}
