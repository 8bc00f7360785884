namespace SseGen.Topics;

/// <summary>Who is subscribed to a topic at present. All members but <see cref="Count"/> belong to the <see cref="TopicLog"/>'s lock.</summary>
internal sealed class TopicSubscribers
{
    private TopicSubscriber? _first;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(TopicSubscriber subscriber)
    {
        subscriber.HasJoined = true;
        subscriber.Next = _first;
        if (_first is not null)
        {
            _first.Previous = subscriber;
        }

        _first = subscriber;
        _count++;
    }

    public void Remove(TopicSubscriber subscriber)
    {
        if (!subscriber.HasJoined)
        {
            return;
        }

        subscriber.HasJoined = false;
        if (subscriber.Previous is { } previous)
        {
            previous.Next = subscriber.Next;
        }
        else
        {
            _first = subscriber.Next;
        }

        if (subscriber.Next is { } next)
        {
            next.Previous = subscriber.Previous;
        }

        (subscriber.Previous, subscriber.Next) = (null, null);
        _count--;
    }

    /// <summary>The index of the event that the slowest of them takes next; <see cref="long.MaxValue"/> when there is nobody.</summary>
    public long SlowestCursor()
    {
        var slowest = long.MaxValue;
        for (var subscriber = _first; subscriber is not null; subscriber = subscriber.Next)
        {
            slowest = Math.Min(slowest, subscriber.Cursor);
        }

        return slowest;
    }
}
