namespace SseGen.Streaming;

/// <summary>Something that wants to be looked at when a point in time has come. All fields belong to the <see cref="StreamScheduler"/>.</summary>
internal abstract class ScheduledItem
{
    internal const int NotQueued = -1;

    internal int QueueIndex { get; set; } = NotQueued;

    internal long Deadline { get; set; } = StreamClock.Never;

    /// <summary>Set once the item is over, so that nothing puts it into the queue again.</summary>
    internal bool Retired { get; set; }

    /// <summary>
    /// Does what is due up to the horizon, which is a little after now, and says when to look again. Called under the scheduler's
    /// lock: wakes others, and does no work itself.
    /// </summary>
    public abstract long OnDeadline(long now, long horizon);
}

/// <summary>
/// A binary heap of items by deadline. An item knows its place, so that one that ends early leaves at once instead of being kept
/// alive until its deadline.
/// </summary>
internal sealed class DeadlineQueue
{
    private ScheduledItem[] _heap = new ScheduledItem[64];

    public int Count { get; private set; }

    public ScheduledItem? First => Count == 0 ? null : _heap[0];

    /// <summary>Inserts the item, or moves it to its new place.</summary>
    public void Set(ScheduledItem item, long deadline)
    {
        item.Deadline = deadline;
        if (item.QueueIndex == ScheduledItem.NotQueued)
        {
            if (Count == _heap.Length)
            {
                Array.Resize(ref _heap, Count * 2);
            }

            Place(item, Count++);
        }

        if (!MoveUp(item))
        {
            MoveDown(item);
        }
    }

    public void Remove(ScheduledItem item)
    {
        var index = item.QueueIndex;
        if (index == ScheduledItem.NotQueued)
        {
            return;
        }

        item.QueueIndex = ScheduledItem.NotQueued;
        var last = _heap[--Count];
        _heap[Count] = null!;
        if (last != item)
        {
            Place(last, index);
            if (!MoveUp(last))
            {
                MoveDown(last);
            }
        }
    }

    private bool MoveUp(ScheduledItem item)
    {
        var start = item.QueueIndex;
        var index = start;
        while (index > 0)
        {
            var parent = _heap[(index - 1) / 2];
            if (parent.Deadline <= item.Deadline)
            {
                break;
            }

            var parentIndex = parent.QueueIndex;
            Place(parent, index);
            index = parentIndex;
        }

        Place(item, index);
        return index != start;
    }

    private void MoveDown(ScheduledItem item)
    {
        var index = item.QueueIndex;
        while ((index * 2) + 1 < Count)
        {
            var child = (index * 2) + 1;
            if (child + 1 < Count && _heap[child + 1].Deadline < _heap[child].Deadline)
            {
                child++;
            }

            if (_heap[child].Deadline >= item.Deadline)
            {
                break;
            }

            Place(_heap[child], index);
            index = child;
        }

        Place(item, index);
    }

    private void Place(ScheduledItem item, int index)
    {
        _heap[index] = item;
        item.QueueIndex = index;
    }
}
