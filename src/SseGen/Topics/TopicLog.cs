namespace SseGen.Topics;

/// <summary>
/// A topic in this process: the events it keeps (<see cref="TopicHistory"/>), and who is subscribed. Everything that changes it happens under
/// one lock, for a time that does not depend on the number of subscribers; they read without it.
/// </summary>
internal sealed class TopicLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TopicHistory _history;
    private readonly PublishGate? _gate;
    private readonly WakeGroups _wakeGroups;

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
        _history = new TopicHistory(options.Capacity, isCoalesced, epoch);
        _wakeGroups = new WakeGroups(options.CoalesceWindow, timeProvider);
        _gate = LagPolicy == LagPolicy.Wait ? new PublishGate(options.Capacity, Subscribers) : null;
        _lastUsed = timeProvider.GetTimestamp();
    }

    public LagPolicy LagPolicy { get; }

    public TimeProvider TimeProvider { get; }

    public TopicSubscribers Subscribers { get; }

    /// <summary>The index that the next event will have.</summary>
    public long End => _history.End;

    /// <summary>The newest event's id, or the place before the first; <see langword="null"/> when nothing is known of the topic yet.</summary>
    public TopicEventId? LastId
    {
        get
        {
            lock (_lock)
            {
                return _history.LastId;
            }
        }
    }

    /// <summary>Whether the log is closed for good: nothing can be published or subscribed.</summary>
    public bool IsRetired => Volatile.Read(ref _isRetired);

    /// <inheritdoc cref="TopicRing.Get"/>
    public TopicEntry? Get(long index) => _history.Get(index);

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

            if (_gate is not null && !_gate.HasRoom(_history.First, _history.End))
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
            if (!_history.TryAppend(entry, id, body))
            {
                return;
            }
        }

        _wakeGroups.Signal();
    }

    /// <summary>Where a subscriber begins.</summary>
    public TopicStart Start(string? lastEventId)
    {
        lock (_lock)
        {
            Touch();
            return _history.Start(lastEventId);
        }
    }

    /// <summary>Where a subscriber goes on whose next event has been overwritten.</summary>
    public TopicStart Skip(long cursor)
    {
        lock (_lock)
        {
            return _history.Skip(cursor);
        }
    }

    /// <summary>The place right before an event: an id from which a client may resume. <see langword="null"/> when there is none.</summary>
    public TopicEventId? PlaceBefore(long cursor)
    {
        lock (_lock)
        {
            return _history.PlaceBefore(cursor);
        }
    }

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
        }

        subscriber.OnJoined();
        return true;
    }

    /// <summary>Counts a subscriber out.</summary>
    public void Leave(TopicSubscriber subscriber)
    {
        lock (_lock)
        {
            Subscribers.Remove(subscriber);
            Touch();
        }

        subscriber.OnLeft();
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
        return _history.AppendNext(entry, body);
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
            while (_gate.TryDequeue(_history.First, _history.End, out var publication))
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
