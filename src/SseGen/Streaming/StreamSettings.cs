using System.Text;

namespace SseGen.Streaming;

/// <summary>
/// What holds for the streams of one endpoint: the application's options, overridden by the endpoint's attribute, with lengths of
/// time in ticks of the <see cref="StreamClock"/>, where <see cref="StreamClock.Never"/> is off.
/// </summary>
internal sealed class StreamSettings
{
    public StreamSettings(EventStreamOptions options, EventStreamShutdown shutdown, string? eventType, ShutdownPlan shutdownPlan, StreamClock clock)
    {
        CommitWindow = clock.Ticks(options.CommitWindow);
        HeartbeatInterval = clock.TicksOrNever(options.HeartbeatInterval);
        SendTimeout = clock.TicksOrNever(options.SendTimeout);
        MaxDuration = clock.TicksOrNever(options.MaxDuration);
        AbandonTimeout = clock.Ticks(shutdownPlan.AbandonTimeout);
        FlushThreshold = options.FlushThreshold;
        IncludeErrorDetails = options.IncludeErrorDetails;
        OverloadResponse = options.OverloadResponse;
        Shutdown = shutdown;
        EventTypeLine = string.IsNullOrEmpty(eventType) || eventType == "message" ? [] : Encoding.UTF8.GetBytes($"event: {eventType}\n");
        Frames = new ServiceFrames(options);
    }

    public long CommitWindow { get; }

    public long HeartbeatInterval { get; }

    public long SendTimeout { get; }

    public long MaxDuration { get; }

    public long AbandonTimeout { get; }

    public int FlushThreshold { get; }

    public bool IncludeErrorDetails { get; }

    public OverloadResponse OverloadResponse { get; }

    public EventStreamShutdown Shutdown { get; }

    /// <summary>The constant <c>event:</c> line with its line break; empty when there is none.</summary>
    public byte[] EventTypeLine { get; }

    public ServiceFrames Frames { get; }
}
