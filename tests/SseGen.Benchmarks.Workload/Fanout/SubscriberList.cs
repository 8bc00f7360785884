namespace SseGen.Benchmarks.Fanout;

/// <summary>A list that is read for each event and changed seldom: readers see an array and take no lock.</summary>
public sealed class SubscriberList<T>
    where T : class
{
    private readonly Lock _lock = new();
    private T[] _items = [];

    /// <summary>Who subscribes at present.</summary>
    public ReadOnlySpan<T> Items => Volatile.Read(ref _items);

    public void Add(T item)
    {
        lock (_lock)
        {
            Volatile.Write(ref _items, [.. _items, item]);
        }
    }

    public void Remove(T item)
    {
        lock (_lock)
        {
            Volatile.Write(ref _items, [.. _items.Where(other => !ReferenceEquals(other, item))]);
        }
    }
}
