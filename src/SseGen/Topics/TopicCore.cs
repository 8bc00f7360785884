namespace SseGen.Topics;

/// <summary>One topic while it is alive in this process: its log, and what connects it to other processes.</summary>
internal sealed class TopicCore<T> : IAsyncDisposable
{
    private readonly TopicShared<T> _shared;
    private readonly IEventTopicChannel? _channel;
    private bool _hasCaughtUp;

    public TopicCore(TopicShared<T> shared, object? key)
    {
        _shared = shared;
        Key = key;
        Log = new TopicLog(
            shared.Options,
            shared.Payload.IsCoalesced,
            shared.Engine is null ? TopicEpoch.Next(shared.TimeProvider) : null,
            shared.TimeProvider);
        if (shared.Engine is { } carrier)
        {
            var description = new EventTopicDescription(shared.Name, TopicKey.ToText(key), shared.Options.Capacity);
            _channel = carrier.Open(description, new TopicMirror<T>(Log, shared.Payload));
        }
    }

    public TopicLog Log { get; }

    /// <summary>The key of a keyed topic.</summary>
    public object? Key { get; }

    /// <summary>Begins to follow what other processes publish.</summary>
    public void Follow() => _channel?.Follow();

    /// <summary>Publishes an item; <see langword="false"/> when this core has been retired.</summary>
    public bool TryPublish(T item, CancellationToken cancellationToken, out ValueTask<TopicEventId> result)
    {
        var payload = _shared.Payload;
        var coalesceKey = payload.IsCoalesced ? payload.CoalesceKey(item) : null;
        var buffer = PayloadBuffer.Rent();
        try
        {
            var body = payload.Write(buffer, item);
            if (_channel is null)
            {
                return Log.TryPublish(new TopicEntry<T>(item, coalesceKey), body, cancellationToken, out result);
            }

            Log.Touch();
            result = _channel.PublishAsync(body.ToArray(), coalesceKey, cancellationToken);
            return true;
        }
        finally
        {
            PayloadBuffer.Return(buffer);
        }
    }

    /// <summary>Where a subscriber begins; <see langword="null"/> when the other processes have to be asked first.</summary>
    public TopicStart? TryStart(string? lastEventId)
    {
        if (_channel is not null)
        {
            _channel.Follow();

            // The client may have been told of events by another process that this one has not heard of yet.
            if (!Volatile.Read(ref _hasCaughtUp)
                || (lastEventId is not null && TopicEventId.TryParse(lastEventId, out var id) && !(id <= Log.LastId)))
            {
                return null;
            }
        }

        return Log.Start(lastEventId);
    }

    /// <summary>Where a subscriber begins, once this process has heard of all that has been published.</summary>
    public async ValueTask<TopicStart> StartAsync(string? lastEventId, CancellationToken cancellationToken)
    {
        if (_channel is not null)
        {
            await _channel.CatchUpAsync(cancellationToken);
            Volatile.Write(ref _hasCaughtUp, true);
        }

        return Log.Start(lastEventId);
    }

    public async ValueTask DisposeAsync()
    {
        Log.Dispose();
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }
    }
}
