namespace SseGen.Streaming;

/// <summary>
/// What holds for the streams of one endpoint: the application's options, overridden by the endpoint's attribute, with lengths of
/// time in ticks of the <see cref="StreamClock"/>, where <see cref="StreamClock.Never"/> is off.
/// </summary>
internal sealed class StreamSettings
{
    public StreamSettings(EventStreamOptions options, EventStreamAttribute endpoint, ShutdownPlan shutdown, StreamClock clock)
    {
        CommitWindow = clock.Ticks(options.CommitWindow);
        HeartbeatInterval = clock.TicksOrNever(Overridden(endpoint.HeartbeatSeconds, options.HeartbeatInterval));
        SendTimeout = clock.TicksOrNever(Overridden(endpoint.SendTimeoutSeconds, options.SendTimeout));
        MaxDuration = clock.TicksOrNever(Overridden(endpoint.MaxDurationSeconds, options.MaxDuration));
        AbandonTimeout = clock.Ticks(shutdown.AbandonTimeout);
        FlushThreshold = options.FlushThreshold;
        IncludeErrorDetails = options.IncludeErrorDetails;
        Shutdown = endpoint.Shutdown;
        Frames = new ServiceFrames(
            endpoint.RetryMilliseconds == EventStreamAttribute.Inherit ? options.Retry : TimeSpan.FromMilliseconds(endpoint.RetryMilliseconds),
            options.ReconnectSpread,
            options.ErrorEventType,
            options.FarewellEventType,
            endpoint.CompletionEventType ?? options.CompletionEventType);
    }

    public long CommitWindow { get; }

    public long HeartbeatInterval { get; }

    public long SendTimeout { get; }

    public long MaxDuration { get; }

    public long AbandonTimeout { get; }

    public int FlushThreshold { get; }

    public bool IncludeErrorDetails { get; }

    public EventStreamShutdown Shutdown { get; }

    public ServiceFrames Frames { get; }

    private static TimeSpan Overridden(double seconds, TimeSpan option)
        => seconds == EventStreamAttribute.Inherit ? option : TimeSpan.FromSeconds(seconds);
}
