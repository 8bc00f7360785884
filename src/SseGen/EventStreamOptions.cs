namespace SseGen;

/// <summary>What every event stream of the application does by default; bound from the configuration section <c>EventStreams</c>.</summary>
public sealed class EventStreamOptions
{
    /// <summary>
    /// How long the first event is awaited before the response headers are sent without it. A source that fails within it gives an
    /// ordinary error response. Default: 100 ms.
    /// </summary>
    public TimeSpan CommitWindow { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many bytes of events may be pending before they are flushed although more events are ready. Default: 16 384 bytes.</summary>
    public int FlushThreshold { get; set; } = 16 * 1024;
}
