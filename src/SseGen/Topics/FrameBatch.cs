namespace SseGen.Topics;

/// <summary>
/// Events that follow one another in a topic's log, as the bytes that the clients of an endpoint are sent. Subscribers that are woken
/// together mostly stand at the same place: what the first of them puts together serves them all with a single copy each.
/// </summary>
internal sealed class FrameBatch
{
    private readonly byte[] _typeLine;

    private FrameBatch(long first, long end, bool isAll, byte[] typeLine, byte[] frames)
    {
        First = first;
        End = end;
        IsAll = isAll;
        _typeLine = typeLine;
        Frames = frames;
    }

    /// <summary>The index of the first event.</summary>
    public long First { get; }

    /// <summary>The index behind the last event.</summary>
    public long End { get; }

    /// <summary>Whether there were no more events when it was put together.</summary>
    public bool IsAll { get; }

    /// <summary>The events, one behind the other.</summary>
    public byte[] Frames { get; }

    public int Count => (int)(End - First);

    /// <summary>Whether it is what comes next for a subscriber at <paramref name="cursor"/> whose endpoint has this <c>event:</c> line.</summary>
    public bool IsNextFor(long cursor, byte[] typeLine) => First == cursor && ReferenceEquals(_typeLine, typeLine);

    /// <summary>Puts the events from <paramref name="first"/> on together, as far as nothing is to be said or left out between them.</summary>
    /// <param name="log">The topic.</param>
    /// <param name="first">The index of the first event.</param>
    /// <param name="end">The index behind the last one that may be in it.</param>
    /// <param name="typeLine">The endpoint's <c>event:</c> line.</param>
    /// <param name="enough">How many bytes are enough; no event is begun behind them.</param>
    public static FrameBatch? TryCreate(TopicLog log, long first, long end, byte[] typeLine, int enough)
    {
        var length = 0;
        var next = first;
        while (next < end && length < enough && log.Get(next) is { MissedBefore: 0, CoalesceKey: null } entry)
        {
            length += entry.FrameLength(typeLine);
            next++;
        }

        if (next == first)
        {
            return null;
        }

        var frames = GC.AllocateUninitializedArray<byte>(length);
        var written = 0;
        for (var index = first; index < next; index++)
        {
            if (log.Get(index) is not { } entry)
            {
                // Overwritten meanwhile: the subscriber is about to learn that it lags.
                return null;
            }

            written += entry.CopyFrame(typeLine, frames.AsSpan(written));
        }

        return new FrameBatch(first, next, isAll: next == end, typeLine, frames);
    }
}
