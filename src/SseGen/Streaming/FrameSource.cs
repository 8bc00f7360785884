using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>Where a stream's events come from, without regard to their type: the pump drives it, one call at a time.</summary>
internal abstract class FrameSource : IAsyncDisposable
{
    /// <summary>
    /// Asks for the next item. Of a source that is pending the stream's signal is told once it has come back
    /// (<see cref="StreamSignals.SourceReturned"/>), and <see cref="EndMove"/> is to be called.
    /// </summary>
    public abstract Pull MoveNext();

    /// <summary>Looks what has come of a move that was pending.</summary>
    public abstract Pull EndMove();

    /// <summary>
    /// Writes the item just moved to, and those that are ready behind it: one event, several, or none after all. What has been begun and not
    /// completed when it throws is discarded.
    /// </summary>
    /// <param name="buffer">Where it writes to.</param>
    /// <param name="enough">How many bytes are enough for now; no item is begun behind them.</param>
    /// <returns>How many events have been written.</returns>
    public abstract int WriteCurrent(EventBuffer buffer, long enough);

    /// <summary>Releases the source; never called while a move is pending.</summary>
    public abstract ValueTask DisposeAsync();
}
