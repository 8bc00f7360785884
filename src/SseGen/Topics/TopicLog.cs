namespace SseGen.Topics;

/// <summary>
/// A topic in this process: the events it keeps, and who is subscribed. Everything that changes it happens under one lock, for a time that
/// does not depend on the number of subscribers; they read without it.
/// </summary>
internal sealed class TopicLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TopicRing _ring;
    private readonly CoalescedEvents? _coalesced;
    private readonly Discontinuities _discontinuities = new();
    private readonly PublishGate? _gate;
    private readonly WakeGroups _wakeGroups;

    private TopicEventId? _lastId;
    private bool _isRetired;
    private long _lastUsed;

    /// <param name="options">The topic's options.</param>
    /// <param name="isCoalesced">Events have keys, of which the newest counts.</param>
    /// <param name="epoch">The epoch in which this process issues ids; <see langword="null"/> when they come from elsewhere.</param>
    /// <param name="timeProvider">For windows and idle times.</param>
    public TopicLog(EventTopicOptions options, bool isCoalesced, ulong? epoch, TimeProvider timeProvider)
    {
        LagPolicy = options.WhenLagging;
        TimeProvider = timeProvider;
        Subscribers = new TopicSubscribers();
        _ring = new TopicRing(options.Capacity);
        _coalesced = isCoalesced ? new CoalescedEvents(options.Capacity) : null;
        _wakeGroups = new WakeGroups(options.CoalesceWindow, timeProvider);
        _gate = LagPolicy == LagPolicy.Wait ? new PublishGate(options.Capacity, Subscribers) : null;
        _lastId = epoch is { } first ? new TopicEventId(first, 0) : null;
        _lastUsed = timeProvider.GetTimestamp();
    }

    public LagPolicy LagPolicy { get; }

    public TimeProvider TimeProvider { get; }

    public TopicSubscribers Subscribers { get; }

    /// <summary>The index that the next event will have.</summary>
    public long End => _ring.End;

    /// <summary>The newest event's id, or the place before the first; <see langword="null"/> when nothing is known of the topic yet.</summary>
    public TopicEventId? LastId
    {
        get
        {
            lock (_lock)
            {
                return _lastId;
            }
        }
    }

    /// <summary>Whether the log is closed for good: nothing can be published or subscribed.</summary>
    public bool IsRetired => Volatile.Read(ref _isRetired);

    /// <inheritdoc cref="TopicRing.Get"/>
    public TopicEntry? Get(long index) => _ring.Get(index);

    /// <summary>The subscribers that are woken with this window; <see langword="null"/>: the topic's own.</summary>
    public WakeGroup WakeGroup(TimeSpan? window) => _wakeGroups.Get(window);

    /// <summary>Publishes an event under the next id.</summary>
    /// <param name="entry">The event, not published yet.</param>
    /// <param name="body">Its fields without <c>id:</c>.</param>
    /// <param name="result">Its id; under <see cref="LagPolicy.Wait"/> it may have to be waited for.</param>
    /// <param name="cancellationToken">Gives the wait up: the event is not published then.</param>
    /// <returns><see langword="false"/>: the log is retired.</returns>
    public bool TryPublish(
        TopicEntry entry, ReadOnlySpan<byte> body, CancellationToken cancellationToken, out ValueTask<TopicEventId> result)
    {
        lock (_lock)
        {
            if (_isRetired)
            {
                result = default;
                return false;
            }

            if (_gate is not null && !_gate.HasRoom(_ring.First, _ring.End))
            {
                result = _gate.Enqueue(new PendingPublication(entry, body.ToArray(), cancellationToken));
            }
            else
            {
                result = new ValueTask<TopicEventId>(AppendNext(entry, body));
            }
        }

        _wakeGroups.Signal();
        AdmitPublications();
        return true;
    }

    /// <summary>Adds an event that was published elsewhere. One that is not newer than the last is known already, and ignored.</summary>
    public void Append(TopicEntry entry, TopicEventId id, ReadOnlySpan<byte> body)
    {
        lock (_lock)
        {
            if (id <= _lastId)
            {
                return;
            }

            Append(entry, id, body, _lastId is { } last ? MissedBetween(last, id) : 0);
        }

        _wakeGroups.Signal();
    }

    /// <summary>Where a subscriber begins.</summary>
    public TopicStart Start(string? lastEventId)
    {
        lock (_lock)
        {
            Touch();
            if (lastEventId is null)
            {
                return new TopicStart(_ring.End);
            }

            return TopicEventId.TryParse(lastEventId, out var id) ? StartAfter(id) : StartFromOldest();
        }
    }

    /// <summary>Where a subscriber goes on whose next event has been overwritten.</summary>
    public TopicStart Skip(long cursor)
    {
        lock (_lock)
        {
            return SkipFrom(cursor);
        }
    }

    /// <summary>The place right before an event: an id from which a client may resume. <see langword="null"/> when there is none.</summary>
    public TopicEventId? PlaceBefore(long cursor)
    {
        lock (_lock)
        {
            if (cursor == _ring.End)
            {
                return _lastId;
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
    }

    /// <inheritdoc cref="PlaceBefore(long)"/>
    public static TopicEventId? PlaceBefore(TopicEntry next) =>
        next.Id.Sequence == 0 ? null : next.Id with { Sequence = next.Id.Sequence - 1 };

    /// <summary>Counts a subscriber in.</summary>
    /// <returns><see langword="false"/>: the log is retired.</returns>
    public bool TryJoin(TopicSubscriber subscriber)
    {
        lock (_lock)
        {
            if (_isRetired)
            {
                return false;
            }

            Subscribers.Add(subscriber);
            _gate?.OnJoined(subscriber.Cursor);
            return true;
        }
    }

    /// <summary>Counts a subscriber out.</summary>
    public void Leave(TopicSubscriber subscriber)
    {
        lock (_lock)
        {
            Subscribers.Remove(subscriber);
            Touch();
        }

        AdmitPublications();
    }

    /// <summary>A subscriber has read all it wants to read for now.</summary>
    public void OnRead(TopicSubscriber subscriber)
    {
        if (_gate is not null && _gate.MayOpenFor(subscriber))
        {
            AdmitPublications();
        }
    }

    /// <summary>Something has happened: the log is not idle.</summary>
    public void Touch() => Volatile.Write(ref _lastUsed, TimeProvider.GetTimestamp());

    /// <summary>Closes the log for good if nobody is subscribed and nothing has happened in it for a while.</summary>
    public bool TryRetire(TimeSpan idleTime)
    {
        lock (_lock)
        {
            _isRetired |= Subscribers.Count == 0 && TimeProvider.GetElapsedTime(_lastUsed) >= idleTime;
            return _isRetired;
        }
    }

    public void Dispose() => _wakeGroups.Dispose();


    private TopicEventId AppendNext(TopicEntry entry, ReadOnlySpan<byte> body)
    {
        Touch();
        var last = _lastId!.Value;
        var id = last with { Sequence = last.Sequence + 1 };
        Append(entry, id, body, missedBefore: 0);
        return id;
    }

    private void Append(TopicEntry entry, TopicEventId id, ReadOnlySpan<byte> body, long missedBefore)
    {
        entry.Publish(_ring.End, id, body, missedBefore);
        var dropped = _ring.Append(entry);
        _lastId = id;
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
        if (id == _lastId)
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
            : SkipFrom(index - missed);
    }

    /// <summary>The id was never issued, or in a life that is over: all that is kept of this one is new to the client.</summary>
    private TopicStart StartFromOldest() => new(_ring.First, EventGap.Unknown, _coalesced?.From(long.MinValue));

    private TopicStart SkipFrom(long cursor)
    {
        var first = _ring.First;
        var lost = _coalesced is null ? first : Math.Min(_coalesced.CoveredFrom, first);
        var kept = _coalesced?.From(cursor);
        var missed = _discontinuities.HasAnyIn(cursor, lost)
            ? EventGap.Unknown
            : Math.Max(0, lost - cursor - (kept?.Count(entry => entry.Index < lost) ?? 0));
        return new TopicStart(first, missed, kept);
    }

    /// <summary>Publishes what had to wait, as far as there is room now.</summary>
    private void AdmitPublications()
    {
        if (_gate is null)
        {
            return;
        }

        var admitted = false;
        lock (_lock)
        {
            while (_gate.TryDequeue(_ring.First, _ring.End, out var publication))
            {
                publication.Complete(AppendNext(publication.Entry, publication.Body));
                admitted = true;
            }
        }

        if (admitted)
        {
            _wakeGroups.Signal();
        }
    }
}
