namespace SseGen;

/// <summary>What becomes of a stream when the host stops.</summary>
public enum EventStreamShutdown
{
    /// <summary>The handler's token fires as soon as the host begins to stop: for feeds that never end by themselves.</summary>
    Cancel,

    /// <summary>The handler may finish within the drain time: for a job's progress or a model's answer.</summary>
    Drain,
}
