namespace SseGen.Topics;

/// <summary>Where in a log events are missing that this process has never heard of. There are few: each is an outage.</summary>
internal sealed class Discontinuities
{
    private const int Remembered = 16;

    private readonly Queue<long> _indexes = new();

    /// <summary>Something is missing right before the event of this index.</summary>
    public void Add(long index)
    {
        if (_indexes.Count == Remembered)
        {
            _indexes.Dequeue();
        }

        _indexes.Enqueue(index);
    }

    /// <summary>Whether something is missing from <paramref name="start"/> up to <paramref name="end"/>, exclusive.</summary>
    public bool HasAnyIn(long start, long end)
    {
        foreach (var index in _indexes)
        {
            if (index >= start && index < end)
            {
                return true;
            }
        }

        return false;
    }
}
