namespace SseGen.Redis;

/// <summary>How topics use Redis; also in the configuration section <c>EventStreams:Redis</c>.</summary>
public sealed class RedisTopicOptions
{
    /// <summary>
    /// What the keys begin with. A topic's stream is <c>{prefix}{name}</c> and a keyed one's <c>{prefix}{name:key}</c>, the braces being part
    /// of the key: they keep the stream and the hash that belongs to it, <c>…:state</c>, in one slot of a cluster. The pub/sub channel has
    /// the stream's name. Default: <c>ssegen:</c>.
    /// </summary>
    public string KeyPrefix { get; set; } = "ssegen:";

    /// <summary>
    /// How often a followed stream is looked at although nothing has said that there is something new: the last resort when a connection
    /// is dead without anybody having noticed. From 100 ms to one hour. Default: 10 seconds.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the stream of a keyed topic outlives its last event; those of named topics stay. From one second to one year. Default: 1 day.
    /// </summary>
    public TimeSpan KeyedRetention { get; set; } = TimeSpan.FromDays(1);
}
