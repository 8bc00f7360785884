using System.Diagnostics.CodeAnalysis;

namespace SseGen.Topics;

/// <summary>What a subscriber finds when it looks for what is next.</summary>
internal enum TopicRead
{
    /// <summary>Nothing yet.</summary>
    Nothing,

    /// <summary>An event.</summary>
    Event,

    /// <summary>Events have been missed: <see cref="TopicSubscriber.TakeGap"/>.</summary>
    Gap,

    /// <summary>The subscriber has fallen behind too far, and is to come again (<see cref="LagPolicy.Disconnect"/>).</summary>
    Lagged,
}

/// <summary>
/// One subscriber's place in a topic's log: a number, not a queue. Read by one thread at a time; ended by any.
/// </summary>
internal sealed class TopicSubscriber
{
    private const long NoEnd = long.MaxValue;
    private const long EndedAtOnce = long.MinValue;

    private readonly TopicLog _log;
    private readonly WakeGroup _wakeGroup;
    private readonly WaiterList _waiters;
    private readonly TopicWaiter _waiter;

    private long _start;
    private long _cursor;
    private long _missed;
    private long _crossedBefore = -1;
    private TopicEntry[]? _kept;
    private int _nextKept;
    private long _endAt = NoEnd;

    public TopicSubscriber(TopicLog log, TopicStart start, WakeGroup wakeGroup, TopicWaiter waiter)
    {
        _log = log;
        _wakeGroup = wakeGroup;
        _waiters = wakeGroup.AssignList();
        _waiter = waiter;
        MoveTo(start);
    }

    /// <summary>The index of the event that is next.</summary>
    public long Cursor => Volatile.Read(ref _cursor);

    /// <summary>Neighbours among the log's subscribers, to whose lock they belong.</summary>
    internal TopicSubscriber? Previous { get; set; }

    internal TopicSubscriber? Next { get; set; }

    internal bool HasJoined { get; set; }

    /// <summary>Begins somewhere, perhaps with a gap to tell of.</summary>
    public void MoveTo(TopicStart start)
    {
        _start = start.Cursor;
        Volatile.Write(ref _cursor, start.Cursor);
        _missed = start.Missed;
        _kept = start.Kept;
        _nextKept = 0;

        // What was missed before the first event is part of the gap that is told already.
        _crossedBefore = start.Missed == 0 ? -1 : start.Cursor;
    }

    /// <summary>Takes what is next. Never waits.</summary>
    public TopicRead Read(out TopicEntry? entry)
    {
        entry = null;
        while (Volatile.Read(ref _endAt) is var endAt && endAt != EndedAtOnce)
        {
            if (_kept is not null)
            {
                if (_missed != 0)
                {
                    return TopicRead.Gap;
                }

                if (TryTakeKept(out entry))
                {
                    return TopicRead.Event;
                }
            }

            var cursor = _cursor;
            if (cursor >= _log.End || cursor >= endAt)
            {
                return _missed != 0 ? TopicRead.Gap : TopicRead.Nothing;
            }

            var next = _log.Get(cursor);
            if (next is null)
            {
                if (!TrySkip())
                {
                    return TopicRead.Lagged;
                }

                continue;
            }

            if (next.MissedBefore != 0 && _crossedBefore != cursor)
            {
                if (_log.LagPolicy == LagPolicy.Disconnect)
                {
                    return TopicRead.Lagged;
                }

                _missed = EventGap.Add(_missed, next.MissedBefore);
                _crossedBefore = cursor;
            }

            if (_missed != 0)
            {
                return TopicRead.Gap;
            }

            Volatile.Write(ref _cursor, cursor + 1);
            if (!next.IsReplaced)
            {
                entry = next;
                return TopicRead.Event;
            }
        }

        return TopicRead.Nothing;
    }

    /// <summary>
    /// Takes several events at once, where they are sent to others as well. <see langword="null"/>: <see cref="Read"/> tells what is next.
    /// </summary>
    /// <param name="typeLine">The endpoint's <c>event:</c> line.</param>
    /// <param name="enough">How many bytes are enough.</param>
    public FrameBatch? ReadBatch(byte[] typeLine, int enough)
    {
        var end = Math.Min(_log.End, Volatile.Read(ref _endAt));
        if (_cursor >= end || _kept is not null || _missed != 0)
        {
            return null;
        }

        var batch = _waiters.Batch;
        if (IsOutdated(batch, end) && _log.Subscribers.Count > 1)
        {
            batch = FrameBatch.TryCreate(_log, _cursor, end, typeLine, enough);
            if (batch is not null)
            {
                _waiters.Batch = batch;
            }
        }

        if (batch is null || !batch.IsNextFor(_cursor, typeLine) || batch.End > end)
        {
            return null;
        }

        Volatile.Write(ref _cursor, batch.End);
        return batch;
    }

    /// <summary>
    /// Whether a new batch is to be put together: by whoever is ahead of the others, and for those at the same place when there is more by
    /// now, unless a window has fixed what they are sent. Those that lag would do it each for itself, and do not.
    /// </summary>
    private bool IsOutdated(FrameBatch? batch, long end) =>
        batch is null
        || batch.First < _cursor
        || (batch.First == _cursor && batch.IsAll && batch.End < end && !_wakeGroup.IsCoalescing);

    /// <summary>Takes the gap that <see cref="Read"/> has found.</summary>
    public EventGap TakeGap()
    {
        var missed = _missed;
        _missed = 0;
        var place = _kept is [var first, ..] ? TopicHistory.PlaceBefore(first) : _log.PlaceBefore(_cursor);
        return new EventGap(missed == EventGap.Unknown ? null : missed, place);
    }

    /// <summary>
    /// The id after which a client goes on that has seen everything up to here. Without one, because numbers are missing in between, the
    /// client that has seen nothing at all gets the place before everything.
    /// </summary>
    public TopicEventId? Place => _log.PlaceBefore(_cursor) ?? (_cursor == _start ? default(TopicEventId) : null);

    /// <summary>Whether nothing will come any more once <see cref="Read"/> finds nothing.</summary>
    public bool IsEnded => Volatile.Read(ref _endAt) != NoEnd;

    /// <summary>Whether <see cref="Read"/> has something to look at, if only an event that has been replaced.</summary>
    public bool HasMore =>
        Volatile.Read(ref _endAt) is var endAt
        && endAt != EndedAtOnce
        && (_kept is not null || _missed != 0 || _cursor < Math.Min(_log.End, endAt));

    /// <summary>Lets go of what has been read: publishers may be waiting for it.</summary>
    public void Release() => _log.OnRead(this);

    /// <summary>The subscriber belongs to the log, and is woken from now on.</summary>
    public void OnJoined() => _waiters.Add(_waiter);

    /// <summary>The subscriber has left the log.</summary>
    public void OnLeft() => _waiters.Remove(_waiter);

    /// <summary>Has the waiter told when it is worth while to look again.</summary>
    /// <returns><see langword="false"/>: it is already, and the waiter is not told.</returns>
    public bool BeginWait()
    {
        _log.OnRead(this);
        if (IsEnded)
        {
            return false;
        }

        _waiter.Begin();
        if (IsEnded)
        {
            // A wake-up that is on its way already has to be waited for.
            return !_waiter.TryTake();
        }

        if (_cursor < _log.End)
        {
            // Whoever has published it may not have seen that this subscriber waits.
            _wakeGroup.Signal();
        }

        return true;
    }

    /// <summary>Ends the subscription: no more than what has been published by now.</summary>
    public void EndAfterBacklog() => EndAt(_log.End);

    /// <summary>Ends the subscription at once.</summary>
    public void End() => EndAt(EndedAtOnce);

    private void EndAt(long index)
    {
        var before = Volatile.Read(ref _endAt);
        while (index < before)
        {
            var seen = Interlocked.CompareExchange(ref _endAt, index, before);
            if (seen == before)
            {
                break;
            }

            before = seen;
        }

        _waiter.TryComplete();
    }

    private bool TrySkip()
    {
        if (_log.LagPolicy == LagPolicy.Disconnect)
        {
            return false;
        }

        var start = _log.Skip(_cursor);
        Volatile.Write(ref _cursor, start.Cursor);
        _missed = EventGap.Add(_missed, start.Missed);
        _kept = start.Kept;
        _nextKept = 0;
        return true;
    }

    private bool TryTakeKept([NotNullWhen(true)] out TopicEntry? entry)
    {
        while (_nextKept < _kept!.Length)
        {
            entry = _kept[_nextKept++];
            if (!entry.IsReplaced)
            {
                return true;
            }
        }

        _kept = null;
        entry = null;
        return false;
    }
}
