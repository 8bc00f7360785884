namespace SseGen
{
    public abstract class EventTopic<T>
    {
        public abstract System.Collections.Generic.IAsyncEnumerable<T> Subscribe(EventStreamContext context);
        public abstract System.Collections.Generic.IAsyncEnumerable<T> Subscribe(string? lastEventId);
        public abstract System.Collections.Generic.IAsyncEnumerable<T> Subscribe();
        public abstract System.Threading.Tasks.ValueTask PublishAsync(T item, System.Threading.CancellationToken cancellationToken = default);
    }

    public abstract class EventTopics<TKey, T>
    {
        public abstract EventTopic<T> this[TKey key] { get; }
    }
}
