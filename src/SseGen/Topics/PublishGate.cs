using System.Diagnostics.CodeAnalysis;

namespace SseGen.Topics;

/// <summary>
/// <see cref="LagPolicy.Wait"/>: publications queue, in order, as long as the ring is full of events that somebody has not taken. All
/// members but <see cref="MayOpenFor"/> belong to the <see cref="TopicLog"/>'s lock.
/// </summary>
internal sealed class PublishGate(int capacity, TopicSubscribers subscribers)
{
    private readonly Queue<PendingPublication> _pending = new();

    // No subscriber is slower than this. Exact only after all have been asked, which is not done for every event.
    private long _slowest;
    private int _isShut;

    /// <summary>Whether an event may be published at once.</summary>
    public bool HasRoom(long first, long end)
    {
        if (_pending.Count > 0)
        {
            return false;
        }

        if (Fits(first, end))
        {
            return true;
        }

        // Shut first, then asked: who reads on after the question sees that the gate is shut, and asks for itself.
        Interlocked.Exchange(ref _isShut, 1);
        Volatile.Write(ref _slowest, subscribers.SlowestCursor());
        if (!Fits(first, end))
        {
            return false;
        }

        Interlocked.Exchange(ref _isShut, 0);
        return true;
    }

    /// <summary>A subscriber has come, who may resume from an event that all others have taken.</summary>
    public void OnJoined(long cursor) => Volatile.Write(ref _slowest, Math.Min(_slowest, cursor));

    public ValueTask<TopicEventId> Enqueue(PendingPublication publication)
    {
        Interlocked.Exchange(ref _isShut, 1);
        _pending.Enqueue(publication);
        return new ValueTask<TopicEventId>(publication.Task);
    }

    /// <summary>Takes the next publication for which there is room; those that were given up are passed over.</summary>
    public bool TryDequeue(long first, long end, [NotNullWhen(true)] out PendingPublication? publication)
    {
        while (_pending.TryPeek(out publication))
        {
            if (!Fits(first, end))
            {
                Interlocked.Exchange(ref _isShut, 1);
                Volatile.Write(ref _slowest, subscribers.SlowestCursor());
                if (!Fits(first, end))
                {
                    return false;
                }
            }

            _pending.Dequeue();
            if (publication.TryClaim())
            {
                return true;
            }
        }

        Interlocked.Exchange(ref _isShut, 0);
        publication = null;
        return false;
    }

    /// <summary>Whether it is worth while to look again, now that a subscriber has read on. Called without the lock.</summary>
    public bool MayOpenFor(TopicSubscriber subscriber)
    {
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _isShut) != 0 && subscriber.Cursor > Volatile.Read(ref _slowest);
    }

    /// <summary>Whether the ring has room, or gives up an event that everybody has taken.</summary>
    private bool Fits(long first, long end) => end - first < capacity || first < _slowest;
}
