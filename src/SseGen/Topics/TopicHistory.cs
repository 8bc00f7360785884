namespace SseGen.Topics;

/// <summary>
/// What a topic keeps, and where in it a subscriber begins: the newest events by index, the newest of each key before them, and what is known
/// of the ids that are gone. Belongs to the <see cref="TopicLog"/>'s lock, except for what reads a single event.
/// </summary>
/// <param name="capacity">How many events are kept, and how many keys besides.</param>
/// <param name="isCoalesced">Events have keys, of which the newest counts.</param>
/// <param name="epoch">The epoch in which this process issues ids; <see langword="null"/> when they come from elsewhere.</param>
internal sealed class TopicHistory(int capacity, bool isCoalesced, ulong? epoch)
{
    private readonly TopicRing _ring = new(capacity);
    private readonly CoalescedEvents? _coalesced = isCoalesced ? new CoalescedEvents(capacity) : null;
    private readonly Discontinuities _discontinuities = new();

    /// <summary>The newest event's id, or the place before the first; <see langword="null"/> when nothing is known of the topic yet.</summary>
    public TopicEventId? LastId { get; private set; } = epoch is { } first ? new TopicEventId(first, 0) : null;

    /// <inheritdoc cref="TopicRing.First"/>
    public long First => _ring.First;

    /// <inheritdoc cref="TopicRing.End"/>
    public long End => _ring.End;

    /// <inheritdoc cref="TopicRing.Get"/>
    public TopicEntry? Get(long index) => _ring.Get(index);

    /// <summary>Adds an event under the next id.</summary>
    public TopicEventId AppendNext(TopicEntry entry, ReadOnlySpan<byte> body)
    {
        var last = LastId!.Value;
        var id = last with { Sequence = last.Sequence + 1 };
        Append(entry, id, body, missedBefore: 0);
        return id;
    }

    /// <summary>Adds an event that has an id already, unless it is not newer than the last.</summary>
    public bool TryAppend(TopicEntry entry, TopicEventId id, ReadOnlySpan<byte> body)
    {
        if (id <= LastId)
        {
            return false;
        }

        Append(entry, id, body, LastId is { } last ? MissedBetween(last, id) : 0);
        return true;
    }

    /// <summary>Where a subscriber begins.</summary>
    public TopicStart Start(string? lastEventId)
    {
        if (lastEventId is null)
        {
            return new TopicStart(_ring.End);
        }

        return TopicEventId.TryParse(lastEventId, out var id) ? StartAfter(id) : StartFromOldest();
    }

    /// <summary>Where a subscriber goes on whose next event has been overwritten.</summary>
    public TopicStart Skip(long cursor)
    {
        var first = _ring.First;
        var lost = _coalesced is null ? first : Math.Min(_coalesced.CoveredFrom, first);
        var kept = _coalesced?.From(cursor);
        var missed = _discontinuities.HasAnyIn(cursor, lost)
            ? EventGap.Unknown
            : Math.Max(0, lost - cursor - (kept?.Count(entry => entry.Index < lost) ?? 0));
        return new TopicStart(first, missed, kept);
    }

    /// <inheritdoc cref="TopicLog.PlaceBefore(long)"/>
    public TopicEventId? PlaceBefore(long cursor)
    {
        if (cursor == _ring.End)
        {
            return LastId;
        }

        var next = _ring.Get(cursor);
        if (next is not null)
        {
            return PlaceBefore(next);
        }

        // Overwritten since it was looked at; its id can still be told, unless numbers are missing in between.
        var first = _ring.Get(_ring.First)!;
        var distance = (ulong)(first.Index - cursor);
        return first.Id.Sequence > distance && !_discontinuities.HasAnyIn(cursor + 1, first.Index + 1)
            ? first.Id with { Sequence = first.Id.Sequence - distance - 1 }
            : null;
    }

    /// <inheritdoc cref="PlaceBefore(long)"/>
    public static TopicEventId? PlaceBefore(TopicEntry next) =>
        next.Id.Sequence == 0 ? null : next.Id with { Sequence = next.Id.Sequence - 1 };

    private void Append(TopicEntry entry, TopicEventId id, ReadOnlySpan<byte> body, long missedBefore)
    {
        entry.Publish(_ring.End, id, body, missedBefore);
        var dropped = _ring.Append(entry);
        LastId = id;
        if (missedBefore != 0)
        {
            _discontinuities.Add(entry.Index);
        }

        if (_coalesced is not null)
        {
            if (dropped is not null)
            {
                _coalesced.OnDropped(dropped);
            }

            _coalesced.OnAppended(entry);
        }
    }

    private static long MissedBetween(TopicEventId earlier, TopicEventId later) =>
        earlier.Epoch == later.Epoch ? (long)(later.Sequence - earlier.Sequence) - 1 : EventGap.Unknown;

    private TopicStart StartAfter(TopicEventId id)
    {
        if (id == LastId)
        {
            return new TopicStart(_ring.End);
        }

        var index = _ring.IndexAfter(id);
        if (index == _ring.End)
        {
            return StartFromOldest();
        }

        var next = _ring.Get(index)!;
        var missed = MissedBetween(id, next.Id);
        if (missed == 0 || (index > _ring.First && _ring.Get(index - 1)!.Id == id))
        {
            return new TopicStart(index, next.MissedBefore);
        }

        if (index > _ring.First)
        {
            // Between two that are known: one of those that this process has missed, or one that was never issued.
            return new TopicStart(index, next.MissedBefore == 0 ? EventGap.Unknown : missed);
        }

        return missed == EventGap.Unknown ? StartFromOldest()
            : _coalesced is null ? new TopicStart(index, missed)
            : Skip(index - missed);
    }

    /// <summary>The id was never issued, or in a life that is over: all that is kept of this one is new to the client.</summary>
    private TopicStart StartFromOldest() => new(_ring.First, EventGap.Unknown, _coalesced?.From(long.MinValue));
}
