using System.ComponentModel;

namespace SseGen.Framing;

/// <summary>
/// Where a <see cref="Utf8EventWriter"/> writes: memory for one event at a time. An event is in it whole or not at all, so that a
/// payload that throws half-way never leaves half an event on the wire.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventBuffer
{
    /// <summary>Gives the memory in which the next event begins.</summary>
    /// <returns>Memory that stays valid until the event is grown, completed or discarded.</returns>
    protected internal abstract Span<byte> BeginEvent();

    /// <summary>Gives more memory for an event that has outgrown what it has.</summary>
    /// <param name="written">What has been written of the event; the result begins with a copy of it.</param>
    /// <param name="needed">How many bytes must fit behind it.</param>
    protected internal abstract Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed);

    /// <summary>Takes the event: <paramref name="length"/> bytes from the start of the memory given last.</summary>
    protected internal abstract void CompleteEvent(int length);

    /// <summary>Takes whole events that somebody has written already.</summary>
    internal virtual void WriteEvents(ReadOnlySpan<byte> events)
    {
        var writer = new Utf8EventWriter(this);
        writer.WriteRaw(events);
        writer.Complete();
    }

    /// <summary>Takes whole events in an array that nobody changes any more, so that it may be read later.</summary>
    internal virtual void WriteShared(byte[] events) => WriteEvents(events);
}
