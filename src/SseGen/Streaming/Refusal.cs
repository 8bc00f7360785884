namespace SseGen.Streaming;

/// <summary>Why a request gets no stream.</summary>
internal enum Refusal
{
    /// <summary>It gets one.</summary>
    None,

    /// <summary>The host stops.</summary>
    HostStopping,
}
