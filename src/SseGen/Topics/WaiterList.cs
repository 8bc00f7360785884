namespace SseGen.Topics;

/// <summary>
/// Some of the subscribers of a topic that wait for its next event. Entering and leaving takes constant time. They are woken in rounds, one
/// at a time, by a thread of the pool that goes on with each subscriber's work itself instead of queueing it.
/// </summary>
internal sealed class WaiterList : IThreadPoolWorkItem
{
    private const int NoRound = 0, RoundQueued = 1, InRound = 2, AnotherRoundDue = 3;

    private readonly Lock _lock = new();
    private TopicWaiter? _first;
    private TopicWaiter? _last;

    // Tells those in the list from those that have been taken out to be woken.
    private long _generation = 1;
    private int _state;
    private FrameBatch? _batch;

    /// <summary>What the first subscriber of a round was sent: the others are sent the same.</summary>
    public FrameBatch? Batch
    {
        get => Volatile.Read(ref _batch);
        set => Volatile.Write(ref _batch, value);
    }

    /// <summary>Enters a waiter. Whoever publishes after this wakes it.</summary>
    public void Add(TopicWaiter waiter)
    {
        lock (_lock)
        {
            waiter.Generation = _generation;
            (waiter.Previous, waiter.Next) = (_last, null);
            if (_last is null)
            {
                _first = waiter;
            }
            else
            {
                _last.Next = waiter;
            }

            _last = waiter;
        }
    }

    /// <summary>Takes out a waiter that need not be woken.</summary>
    /// <returns>
    /// <see langword="false"/>: it is not in, or has been taken out to be woken. It must not enter again before that has happened.
    /// </returns>
    public bool Remove(TopicWaiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Generation != _generation)
            {
                return false;
            }

            waiter.Generation = 0;
            if (waiter.Previous is null)
            {
                _first = waiter.Next;
            }
            else
            {
                waiter.Previous.Next = waiter.Next;
            }

            if (waiter.Next is null)
            {
                _last = waiter.Previous;
            }
            else
            {
                waiter.Next.Previous = waiter.Previous;
            }

            return true;
        }
    }

    /// <summary>Wakes all that wait now, soon and on another thread.</summary>
    public void Wake()
    {
        // The fence between the publisher's write of the log's end and the look at the list: who enters after it looks at the end again.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _first) is null)
        {
            return;
        }

        // One round serves every event published before it begins. What is published in a round is the next one's: two at a time would
        // be in each other's way, and send less with each write.
        var state = Volatile.Read(ref _state);
        while (state is NoRound or InRound)
        {
            var seen = Interlocked.CompareExchange(ref _state, state + 1, state);
            if (seen != state)
            {
                state = seen;
                continue;
            }

            if (state == NoRound)
            {
                Queue();
            }

            return;
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Exchange(ref _state, InRound);
        CompleteAll(TakeAll());
        if (Interlocked.CompareExchange(ref _state, NoRound, InRound) == AnotherRoundDue)
        {
            Volatile.Write(ref _state, RoundQueued);
            Queue();
        }
    }

    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private TopicWaiter? TakeAll()
    {
        lock (_lock)
        {
            var first = _first;
            (_first, _last) = (null, null);
            _generation++;
            return first;
        }
    }

    private static void CompleteAll(TopicWaiter? waiter)
    {
        while (waiter is not null)
        {
            // Once woken it may enter again.
            var next = waiter.Next;
            waiter.Next = null;
            waiter.TryComplete();
            waiter = next;
        }
    }
}
