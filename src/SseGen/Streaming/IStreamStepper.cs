namespace SseGen.Streaming;

/// <summary>
/// A pump as whoever wakes it sees it. Most of its waits end with a single event that is sent at once, after which it waits again: that
/// is done without resuming its async method. With a thousand streams the processor finds nothing of any of them in its caches, and what is
/// not touched need not be fetched.
/// </summary>
internal interface IStreamStepper
{
    /// <summary>Does what there is to do.</summary>
    /// <param name="signals">What has been raised.</param>
    /// <returns>
    /// Whether the pump goes on waiting. If not, its wait ends with <see cref="StreamSignals.None"/>, and its async method goes on from here.
    /// </returns>
    bool TryStep(StreamSignals signals);
}
