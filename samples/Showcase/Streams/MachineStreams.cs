using Showcase.Metrics;
using SseGen;

namespace Showcase.Streams;

/// <summary>The machine that the program runs on.</summary>
public static class MachineStreams
{
    /// <summary>
    /// Streams the machine's figures, twice a second. What was measured in
    /// the last two minutes and the client has not seen comes first.
    /// </summary>
    [EventStream("/streams/machine", EventType = "machine")]
    public static IAsyncEnumerable<MachineSample> Machine(
        SampleLog<MachineSample> samples,
        [LastEventId] long? lastEventId,
        CancellationToken cancellationToken)
        => samples.ReadAsync(after: lastEventId ?? 0, cancellationToken);
}
