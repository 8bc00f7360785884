using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SseGen.Topics;

namespace SseGen.Redis;

/// <summary>Topics as Redis Streams: a stream and, where somebody is subscribed, a pub/sub channel each; one connection for all of them.</summary>
internal sealed class RedisTopicEngine(
    RedisConnection connection, IOptions<RedisTopicOptions> options, ILoggerFactory loggerFactory) : IEventTopicEngine
{
    public const string LogCategory = "SseGen.Redis";

    private readonly ILogger _logger = loggerFactory.CreateLogger(LogCategory);

    public IEventTopicChannel Open(EventTopicDescription topic, IEventTopicMirror mirror)
    {
        var stream = new RedisStream(connection, topic, options.Value);
        var follower = new RedisTopicFollower(stream, mirror, connection, options.Value.PollInterval, _logger);
        return new RedisTopicChannel(stream, mirror, connection, follower);
    }
}
