namespace SseGen.Topics;

/// <summary>The place that <c>Subscribe</c> has taken in a topic: "now" is then, and not when the events are first asked for.</summary>
internal sealed class SubscriptionPlace<T>
{
    public SubscriptionPlace(EventTopic<T> topic, TopicShared<T> shared, EventStreamContext? context, string? lastEventId)
    {
        Shared = shared;
        Context = context;
        LastEventId = lastEventId;
        Core = topic.Core();
        Start = Core.TryStart(lastEventId);
    }

    public TopicShared<T> Shared { get; }

    public EventStreamContext? Context { get; }

    public string? LastEventId { get; }

    public TopicCore<T> Core { get; }

    public TopicStart? Start { get; }
}

/// <summary>A subscription while it is read: joins the topic, and leaves it with the stream at the latest.</summary>
internal sealed class OpenSubscription<T>(
    EventTopic<T> topic, TopicShared<T> shared, SubscriptionPlace<T> place, TimeSpan? window)
{
    private TopicCore<T>? _core;
    private TopicSubscriber? _subscriber;
    private CancellationTokenRegistration _streamEnds;
    private CancellationTokenRegistration _hostStops;
    private CancellationTokenRegistration _cancelled;

    public EventStreamContext? Context => place.Context;

    /// <summary>Joins the topic.</summary>
    /// <param name="waiter">Told when there is something to look at.</param>
    /// <param name="cancellationToken">Ends the subscription, as the stream's own token does.</param>
    /// <returns><see langword="null"/>: the stream has ended before the topic was there.</returns>
    public async ValueTask<TopicSubscriber?> JoinAsync(TopicWaiter waiter, CancellationToken cancellationToken)
    {
        try
        {
            return await JoinAsync(place.Core, place.Start, waiter, cancellationToken);
        }
        catch (OperationCanceledException) when (Context is { } context && context.Stopping.IsCancellationRequested)
        {
            OnEnded();
            return null;
        }
    }

    private async ValueTask<TopicSubscriber> JoinAsync(
        TopicCore<T> core, TopicStart? taken, TopicWaiter waiter, CancellationToken cancellationToken)
    {
        var start = taken ?? await StartAsync(core, place.LastEventId, cancellationToken);
        while (true)
        {
            var subscriber = new TopicSubscriber(core.Log, start, core.Log.WakeGroup(window), waiter);
            if (core.Log.TryJoin(subscriber))
            {
                (_core, _subscriber) = (core, subscriber);
                shared.Observers.OnJoined(shared.Name, core.Key, Context);
                EndWithStream(subscriber, cancellationToken);
                return subscriber;
            }

            // The topic of this key was idle for so long that it has been forgotten. What came since is unknown to its successor.
            core = topic.Core();
            start = await StartAsync(core, place.LastEventId ?? string.Empty, cancellationToken);
        }
    }

    /// <summary>The subscriber is told of a gap.</summary>
    public void OnGap() => shared.Observers.OnLagged(shared.Name, LagPolicy.Skip);

    /// <summary>
    /// The subscriber has fallen behind and is sent away, to come back where it was. A client that has seen no event, or none with an id,
    /// would not know where that is; so it is told, whatever it has seen.
    /// </summary>
    public void OnLagged()
    {
        shared.Observers.OnLagged(shared.Name, LagPolicy.Disconnect);
        if (_subscriber!.Place is { } place)
        {
            Context?.AddNotice(PlaceFrame.Create(place));
        }

        Context?.Lifetime.TryEnd(EventStreamEnd.SlowClient);
    }

    /// <summary>There is nothing more: the host stops, which must not look to the client like a topic that is complete.</summary>
    public void OnEnded()
    {
        if (Context is { } context && context.Stopping.IsCancellationRequested)
        {
            context.Lifetime.NoteSourceCutShort();
        }
    }

    /// <summary>Leaves the topic, if it has been joined.</summary>
    public void Leave()
    {
        if (_subscriber is not { } subscriber)
        {
            return;
        }

        _subscriber = null;
        _streamEnds.Dispose();
        _hostStops.Dispose();
        _cancelled.Dispose();
        subscriber.End();
        _core!.Log.Leave(subscriber);
        shared.Observers.OnLeft(shared.Name, _core.Key, Context);
    }

    private async ValueTask<TopicStart> StartAsync(TopicCore<T> core, string? lastEventId, CancellationToken cancellationToken)
    {
        if (Context is null)
        {
            return await core.StartAsync(lastEventId, cancellationToken);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.CancellationToken, Context.Stopping);
        return await core.StartAsync(lastEventId, both.Token);
    }

    private void EndWithStream(TopicSubscriber subscriber, CancellationToken cancellationToken)
    {
        if (Context is { } context)
        {
            _streamEnds = context.CancellationToken.UnsafeRegister(static state => ((TopicSubscriber)state!).End(), subscriber);
            if (context.Lifetime.Drains)
            {
                // Its token would leave the handler the time to drain, but a topic never ends by itself.
                _hostStops = context.Stopping.UnsafeRegister(static state => ((TopicSubscriber)state!).EndAfterBacklog(), subscriber);
            }

            if (cancellationToken == context.CancellationToken)
            {
                return;
            }
        }

        _cancelled = cancellationToken.UnsafeRegister(static state => ((TopicSubscriber)state!).End(), subscriber);
    }
}
