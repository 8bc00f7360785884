namespace SseGen.Topics;

/// <summary>A topic registered by name: it lives as long as the process.</summary>
internal sealed class NamedEventTopic<T> : EventTopic<T>, ITopicFollower, IAsyncDisposable
{
    private readonly TopicCore<T> _core;

    public NamedEventTopic(TopicShared<T> shared)
        : base(shared) => _core = new TopicCore<T>(shared, key: null);

    public void Follow() => _core.Follow();

    public ValueTask DisposeAsync() => _core.DisposeAsync();

    internal override TopicCore<T> Core() => _core;

    internal override TopicCore<T> FindCore() => _core;
}
