using Showcase.Metrics;
using SseGen;

namespace Showcase.Streams;

/// <summary>The process that sends the streams.</summary>
public static class RuntimeStreams
{
    /// <summary>
    /// Streams the figures of this process, twice a second. What was measured
    /// in the last two minutes and the client has not seen comes first.
    /// </summary>
    [EventStream("/streams/runtime", EventType = "runtime")]
    public static IAsyncEnumerable<RuntimeSample> Runtime(
        SampleLog<RuntimeSample> samples,
        [LastEventId] long? lastEventId,
        CancellationToken cancellationToken)
        => samples.ReadAsync(after: lastEventId ?? 0, cancellationToken);
}
