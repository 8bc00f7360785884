namespace SseGen.Streaming;

/// <summary>Why a request gets no stream.</summary>
internal enum Refusal
{
    /// <summary>It gets one.</summary>
    None,

    /// <summary>The client has seen the stream's completion event: there is nothing more to come.</summary>
    AlreadyComplete,

    /// <summary>The host stops.</summary>
    HostStopping,

    /// <summary><see cref="EventStreamOptions.MaxConnections"/> streams are open.</summary>
    TooManyConnections,

    /// <summary><see cref="EventStreamOptions.MaxConnectionsPerUser"/> streams of the same user are open.</summary>
    TooManyConnectionsOfUser,
}
