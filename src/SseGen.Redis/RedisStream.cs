using System.Globalization;
using SseGen.Topics;
using StackExchange.Redis;

namespace SseGen.Redis;

/// <summary>One topic's stream: what is asked of Redis, and nothing else.</summary>
internal sealed class RedisStream
{
    private readonly RedisConnection _connection;
    private readonly RedisKey[] _keys;
    private readonly RedisChannel _channel;
    private readonly long _retention;

    // The run of the server that was last spoken to.
    private volatile string _run = string.Empty;

    public RedisStream(RedisConnection connection, EventTopicDescription topic, RedisTopicOptions options)
    {
        _connection = connection;
        Topic = topic;
        var key = Key(topic, options.KeyPrefix);
        _keys = [key, key + ":state"];
        _channel = RedisChannel.Literal(key);
        _retention = topic.Key is null ? 0 : (long)options.KeyedRetention.TotalMilliseconds;
    }

    public EventTopicDescription Topic { get; }

    /// <summary>Publishes after all that <paramref name="known"/> names.</summary>
    public async Task<TopicEventId> PublishAsync(ReadOnlyMemory<byte> body, string? coalesceKey, TopicEventId known)
    {
        var redis = await DatabaseAsync();
        var result = await redis.ScriptEvaluateAsync(
            RedisScripts.Publish,
            _keys,
            [Number(known.Epoch), Number(known.Sequence), _run, Topic.Capacity, _retention, body, coalesceKey ?? string.Empty]);
        var (id, run) = ((string?)result[0], (string?)result[1]);
        _run = run ?? string.Empty;
        return Id(id);
    }

    /// <summary>Reports what is published from now on, in order; ends with the subscription or with the connection.</summary>
    public async Task<ChannelMessageQueue> SubscribeAsync(Action<ReadOnlyMemory<byte>> onMessage)
    {
        var redis = await _connection.GetAsync();
        var queue = await redis.GetSubscriber().SubscribeAsync(_channel);
        queue.OnMessage(message => onMessage((ReadOnlyMemory<byte>)message.Message));
        return queue;
    }

    /// <summary>At the beginning and after an outage: has it settled whether the stream still is what this process knows.</summary>
    public async Task MeetAsync(TopicEventId known)
    {
        var redis = await DatabaseAsync();
        var run = await redis.ScriptEvaluateAsync(RedisScripts.Meet, _keys, [Number(known.Epoch), Number(known.Sequence), _run]);
        _run = (string?)run ?? string.Empty;
    }

    /// <summary>Hands the next events after <paramref name="id"/>, or the oldest ones, to the mirror.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReadAfterAsync(TopicEventId? id, int count, IEventTopicMirror mirror)
    {
        var redis = await DatabaseAsync();
        var first = id is { } last ? (last with { Sequence = last.Sequence + 1 }).ToString() : "-";
        var entries = await redis.StreamRangeAsync(_keys[0], minId: first, count: count);
        foreach (var entry in entries)
        {
            var coalesceKey = (string?)entry["key"];
            mirror.Append(Id(entry.Id), ((ReadOnlyMemory<byte>)entry["body"]).Span, string.IsNullOrEmpty(coalesceKey) ? null : coalesceKey);
        }

        return entries.Length;
    }

    private async Task<IDatabase> DatabaseAsync() => (await _connection.GetAsync()).GetDatabase();

    /// <summary>A name with a colon in it must not look like another name with a key.</summary>
    private static string Key(EventTopicDescription topic, string prefix)
    {
        var name = topic.Name.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
        return topic.Key is null ? $"{prefix}{{{name}}}" : $"{prefix}{{{name}:{topic.Key}}}";
    }

    private static RedisValue Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private static TopicEventId Id(string? text) =>
        TopicEventId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' is not the id of an event of a topic.");
}
