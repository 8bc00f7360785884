using System.Diagnostics;

namespace SseGen.Topics;

/// <summary>
/// The last events of a topic, by index. One writer at a time (the <see cref="TopicLog"/>'s lock), any number of readers without a lock:
/// entries are immutable objects, so a reader either gets the event it asked for or learns that it is gone. Memory grows with what is
/// kept, up to the capacity, so that a quiet room of many costs little.
/// </summary>
internal sealed class TopicRing(int capacity)
{
    private const int SmallestSize = 4;

    private Slot[] _slots = new Slot[SmallestSize];
    private long _first;
    private long _end;

    /// <summary>The index of the oldest event that is kept; <see cref="End"/> when there is none.</summary>
    public long First => Volatile.Read(ref _first);

    /// <summary>The index that the next event will have.</summary>
    public long End => Volatile.Read(ref _end);

    /// <summary>The newest event.</summary>
    public TopicEntry? Last => End is var end && end == 0 ? null : Get(end - 1);

    /// <summary>Adds an event, whose index is <see cref="End"/>, and makes room for it.</summary>
    /// <returns>The event that had to go.</returns>
    public TopicEntry? Append(TopicEntry entry)
    {
        Debug.Assert(entry.Index == _end, "an event's index is its place");
        TopicEntry? dropped = null;
        if (_end - _first == capacity)
        {
            ref var oldest = ref _slots[_first & (_slots.Length - 1)];
            dropped = oldest.Entry;
            Volatile.Write(ref _first, _first + 1);
            Volatile.Write(ref oldest.Entry, null);
        }
        else if (_end - _first == _slots.Length)
        {
            Grow();
        }

        Volatile.Write(ref _slots[_end & (_slots.Length - 1)].Entry, entry);
        Volatile.Write(ref _end, _end + 1);
        return dropped;
    }

    /// <summary>The event at an index below <see cref="End"/>, or <see langword="null"/> when it has been overwritten.</summary>
    public TopicEntry? Get(long index)
    {
        while (true)
        {
            var slots = Volatile.Read(ref _slots);
            var entry = Volatile.Read(ref slots[index & (slots.Length - 1)].Entry);
            if (entry is not null && entry.Index == index)
            {
                return entry;
            }

            if (index < First)
            {
                return null;
            }

            // The array has been replaced by a larger one in between.
        }
    }

    /// <summary>The index of the first event that is newer than <paramref name="id"/>. Only under the writer's lock.</summary>
    public long IndexAfter(TopicEventId id)
    {
        var (low, high) = (_first, _end);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Get(middle)!.Id <= id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        for (var index = _first; index < _end; index++)
        {
            larger[index & (larger.Length - 1)] = _slots[index & (_slots.Length - 1)];
        }

        Volatile.Write(ref _slots, larger);
    }

    // A struct around the reference saves the array's covariance check at each access.
    private struct Slot
    {
        public TopicEntry? Entry;
    }
}
