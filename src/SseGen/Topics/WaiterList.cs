namespace SseGen.Topics;

/// <summary>
/// Some of the subscribers of a topic, who wait for its next event or are about to. They keep their places, so that a wait costs no more
/// than a mark. They are woken in rounds, one at a time, by a thread of the pool that goes on with each subscriber's work itself instead
/// of queueing it.
/// </summary>
internal sealed class WaiterList : IThreadPoolWorkItem
{
    private const int NoRound = 0, RoundQueued = 1, InRound = 2, AnotherRoundDue = 3;
    private const int SmallestSize = 4;

    private readonly Lock _lock = new();

    // A round goes through it without the lock. It may go through one that has been replaced meanwhile: who has left does not wait, and
    // who has come since has seen what the round is for.
    private TopicWaiter?[] _places = [];
    private int _used;
    private int _count;
    private int _state;
    private FrameBatch? _batch;

    /// <summary>What the first subscriber of a round was sent: the others are sent the same.</summary>
    public FrameBatch? Batch
    {
        get => Volatile.Read(ref _batch);
        set => Volatile.Write(ref _batch, value);
    }

    /// <summary>Gives a waiter a place. It is told of every event that is published while it waits.</summary>
    public void Add(TopicWaiter waiter)
    {
        lock (_lock)
        {
            if (_used == _places.Length)
            {
                Resize();
            }

            waiter.Index = _used;
            Volatile.Write(ref _places[_used++], waiter);
            _count++;
        }
    }

    /// <summary>Takes the waiter's place away, if it has one.</summary>
    public void Remove(TopicWaiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Index < 0)
            {
                return;
            }

            Volatile.Write(ref _places[waiter.Index], null);
            waiter.Index = -1;
            _count--;
            if (_count < _used / 4)
            {
                Resize();
            }
        }
    }

    /// <summary>Wakes all that wait now, soon and on another thread.</summary>
    public void Wake()
    {
        // The fence between the publisher's write of the log's end and the look at those who wait: who begins to wait after it looks at
        // the end again.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _count) == 0)
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
        foreach (ref var place in Volatile.Read(ref _places).AsSpan())
        {
            Volatile.Read(ref place)?.TryComplete();
        }

        if (Interlocked.CompareExchange(ref _state, NoRound, InRound) == AnotherRoundDue)
        {
            Volatile.Write(ref _state, RoundQueued);
            Queue();
        }
    }

    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Moves those who are there to the front of a new array with room for as many more.</summary>
    private void Resize()
    {
        var places = new TopicWaiter?[Math.Max(SmallestSize, _count * 2)];
        var used = 0;
        foreach (var waiter in _places.AsSpan(0, _used))
        {
            if (waiter is not null)
            {
                waiter.Index = used;
                places[used++] = waiter;
            }
        }

        _used = used;
        Volatile.Write(ref _places, places);
    }
}
