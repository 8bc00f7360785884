namespace SseGen
{
    public sealed class EventStreamWriter<T>
    {
        public System.Threading.Tasks.ValueTask WriteAsync(T item, System.Threading.CancellationToken cancellationToken = default) => default;
    }
}
