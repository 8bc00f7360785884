using Microsoft.Extensions.Logging;
using SseGen.Topics;
using StackExchange.Redis;

namespace SseGen.Redis;

/// <summary>
/// Keeps a mirror equal to its stream. Events come by pub/sub, with their bytes; ids that count up by one show when one has not come, and
/// then, after an outage, and now and then to be sure, the stream itself is read. Nothing is blocked for it on the shared connection.
/// </summary>
internal sealed partial class RedisTopicFollower(
    RedisStream stream, IEventTopicMirror mirror, RedisConnection connection, TimeSpan pollInterval, ILogger logger) : IAsyncDisposable
{
    private const int PageSize = 512;
    private static readonly TimeSpan s_firstRetry = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _disposal = new();
    private List<TaskCompletionSource> _askers = [];

    private Task? _loop;
    private ChannelMessageQueue? _messages;
    private TimeSpan _retry = s_firstRetry;
    private int _isWoken;
    private int _wasAway;
    private bool _isRefused;

    /// <summary>Begins to follow, unless it has begun.</summary>
    public void Start()
    {
        if (Volatile.Read(ref _loop) is not null)
        {
            return;
        }

        lock (_lock)
        {
            _loop ??= _disposal.IsCancellationRequested ? Task.CompletedTask : Task.Run(RunAsync);
        }
    }

    /// <summary>Completes when the mirror has all that the stream has now. Once disposed, at once: there is nothing to wait for.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var caughtUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_disposal.IsCancellationRequested)
            {
                return Task.CompletedTask;
            }

            _askers.Add(caughtUp);
        }

        Start();
        Wake();
        return caughtUp.Task.WaitAsync(cancellationToken);
    }

    /// <summary>There was an outage, of which nobody knows what it has swallowed.</summary>
    public void OnConnectionRestored()
    {
        Interlocked.Exchange(ref _wasAway, 1);
        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        await _disposal.CancelAsync();
        Task? loop;
        lock (_lock)
        {
            loop = _loop;
        }

        if (loop is not null)
        {
            await loop;
        }

        TakeAskers().ForEach(static asker => asker.TrySetResult());
    }

    private async Task RunAsync()
    {
        connection.Add(this);
        try
        {
            while (!_disposal.IsCancellationRequested)
            {
                var isRead = await TryReadAsync();
                _retry = isRead ? s_firstRetry : TimeSpan.FromTicks(Math.Min(_retry.Ticks * 2, pollInterval.Ticks));
                await _wake.WaitAsync(isRead ? pollInterval : _retry, _disposal.Token);
                Volatile.Write(ref _isWoken, 0);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
        finally
        {
            connection.Remove(this);
            Unsubscribe();
        }
    }

    /// <summary>Brings the mirror up to date.</summary>
    /// <returns><see langword="false"/>: Redis is away, or refuses.</returns>
    private async Task<bool> TryReadAsync()
    {
        // Whoever asks from now on wants to know what the stream has then.
        var askers = TakeAskers();
        try
        {
            await SubscribeAsync();
            await ReadStreamAsync();
        }
        catch (Exception exception)
        {
            // Whatever it is: who follows must not stop following.
            Interlocked.Exchange(ref _wasAway, 1);
            ReportFailure(exception);
            lock (_lock)
            {
                _askers.InsertRange(0, askers);
            }

            return false;
        }

        _isRefused = false;
        askers.ForEach(static asker => asker.TrySetResult());
        return true;
    }

    /// <summary>First the subscription, then the stream: what comes in between is in one of them at least.</summary>
    private async Task SubscribeAsync()
    {
        if (Interlocked.Exchange(ref _wasAway, 0) == 1)
        {
            // The library subscribes anew by itself, but does not say when: one of our own is confirmed before the stream is read.
            Unsubscribe();
        }

        if (_messages is null)
        {
            await stream.MeetAsync(mirror.LastId ?? default);
            _messages = await stream.SubscribeAsync(OnMessage);
        }
    }

    private async Task ReadStreamAsync()
    {
        while (await stream.ReadAfterAsync(mirror.LastId, PageSize, mirror) >= PageSize && !_disposal.IsCancellationRequested)
        {
            // The next page.
        }
    }

    private void OnMessage(ReadOnlyMemory<byte> bytes)
    {
        if (!RedisMessage.TryRead(bytes.Span, out var message))
        {
            LogForeignMessage(stream.Topic);
        }
        else if (mirror.LastId is { } last && message.Id.Follows(last))
        {
            mirror.Append(message.Id, message.Body, message.CoalesceKey);
        }
        else if (!(message.Id <= mirror.LastId))
        {
            Wake();
        }
    }

    private void Wake()
    {
        if (Interlocked.Exchange(ref _isWoken, 1) == 0)
        {
            _wake.Release();
        }
    }

    private List<TaskCompletionSource> TakeAskers()
    {
        lock (_lock)
        {
            var askers = _askers;
            _askers = [];
            return askers;
        }
    }

    /// <summary>Does not wait: if Redis is away, it has forgotten the subscription with the connection.</summary>
    private void Unsubscribe()
    {
        if (_messages is not { } messages)
        {
            return;
        }

        _messages = null;
        try
        {
            messages.Unsubscribe(CommandFlags.FireAndForget);
        }
        catch (Exception exception) when (exception is RedisException or ObjectDisposedException)
        {
            LogUnsubscribeFailed(exception, stream.Topic);
        }
    }

    private void ReportFailure(Exception exception)
    {
        if (exception is RedisConnectionException or TimeoutException or ObjectDisposedException)
        {
            // Told once, by the connection, and not by each of many rooms.
            LogReadFailed(exception, stream.Topic);
        }
        else if (!_isRefused)
        {
            _isRefused = true;
            LogRefused(exception, stream.Topic);
        }
    }

    [LoggerMessage(203, LogLevel.Debug, "The topic {Topic} could not be read from Redis.", EventName = "RedisReadFailed")]
    private partial void LogReadFailed(Exception exception, EventTopicDescription topic);

    [LoggerMessage(204, LogLevel.Error, "Redis refuses to let the topic {Topic} be read. It is tried again.", EventName = "RedisReadRefused")]
    private partial void LogRefused(Exception exception, EventTopicDescription topic);

    [LoggerMessage(205, LogLevel.Debug, "The channel of the topic {Topic} could not be unsubscribed from.", EventName = "RedisUnsubscribeFailed")]
    private partial void LogUnsubscribeFailed(Exception exception, EventTopicDescription topic);

    [LoggerMessage(206, LogLevel.Warning, "Somebody else has published to the channel of the topic {Topic}; it is ignored.", EventName = "RedisForeignMessage")]
    private partial void LogForeignMessage(EventTopicDescription topic);
}
