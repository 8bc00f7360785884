namespace SseGen;

/// <summary>Why a stream is over; it stands in the log and in the metric <c>sse.server.stream.duration</c>.</summary>
public enum EventStreamEnd
{
    /// <summary>The handler has nothing more to send.</summary>
    Completed,

    /// <summary>The client has gone.</summary>
    ClientClosed,

    /// <summary>The host stops.</summary>
    HostStopping,

    /// <summary>The client did not take what was sent within <see cref="EventStreamOptions.SendTimeout"/>.</summary>
    SlowClient,

    /// <summary>The handler, or the writing of one of its events, has thrown an exception.</summary>
    Faulted,

    /// <summary>The stream has lasted for <see cref="EventStreamOptions.MaxDuration"/>.</summary>
    DurationReached,
}
