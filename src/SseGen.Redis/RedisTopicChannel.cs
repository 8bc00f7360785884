using SseGen.Topics;
using StackExchange.Redis;

namespace SseGen.Redis;

/// <summary>One topic of this process, published to and followed.</summary>
internal sealed class RedisTopicChannel(RedisStream stream, IEventTopicMirror mirror, RedisConnection connection, RedisTopicFollower follower)
    : IEventTopicChannel
{
    private readonly Lock _lock = new();
    private TopicEventId _lastPublished;

    public async ValueTask<TopicEventId> PublishAsync(ReadOnlyMemory<byte> body, string? coalesceKey, CancellationToken cancellationToken)
    {
        try
        {
            var id = await stream.PublishAsync(body, coalesceKey, Known()).WaitAsync(cancellationToken);
            lock (_lock)
            {
                _lastPublished = id > _lastPublished ? id : _lastPublished;
            }

            return id;
        }
        catch (RedisTimeoutException exception)
        {
            throw new EventTopicUnavailableException(
                $"Redis ({connection}) has not answered in time to a publication to the topic '{stream.Topic}': the event may have been " +
                "published or not.",
                exception);
        }
        catch (Exception exception) when (exception is RedisException or ObjectDisposedException)
        {
            throw new EventTopicUnavailableException(
                $"Publishing to the topic '{stream.Topic}' has failed because Redis ({connection}) cannot be reached or has refused it: " +
                exception.Message,
                exception);
        }
    }

    public void Follow() => follower.Start();

    public Task CatchUpAsync(CancellationToken cancellationToken) => follower.CatchUpAsync(cancellationToken);

    public ValueTask DisposeAsync() => follower.DisposeAsync();

    /// <summary>The newest event that this process knows of.</summary>
    private TopicEventId Known()
    {
        var seen = mirror.LastId ?? default;
        lock (_lock)
        {
            return seen > _lastPublished ? seen : _lastPublished;
        }
    }
}
