namespace SseGen.Topics;

/// <summary>
/// The newest event of each key. One that the ring had to give up is kept here as long as it is its key's newest, so that a subscriber
/// who fell behind by more than the ring still gets the present state of every key. All members belong to the <see cref="TopicLog"/>'s lock.
/// </summary>
internal sealed class CoalescedEvents(int capacity)
{
    private readonly Dictionary<string, TopicEntry> _newest = new(StringComparer.Ordinal);
    private TopicEntry? _oldestKept;
    private TopicEntry? _newestKept;
    private int _kept;

    /// <summary>From this index on every event is in the ring, kept here, or replaced by one that is.</summary>
    public long CoveredFrom { get; private set; }

    /// <summary>An event is in the ring; the one that it replaces need not be sent any more.</summary>
    public void OnAppended(TopicEntry entry)
    {
        if (entry.MissedBefore != 0)
        {
            // What is missing may have had any key.
            CoveredFrom = entry.Index;
        }

        if (entry.CoalesceKey is not { } key)
        {
            return;
        }

        if (_newest.TryGetValue(key, out var older))
        {
            Unlink(older);
            older.Replace();
        }

        _newest[key] = entry;
    }

    /// <summary>The ring has given an event up.</summary>
    public void OnDropped(TopicEntry entry)
    {
        if (entry.IsReplaced)
        {
            return;
        }

        if (entry.CoalesceKey is null)
        {
            CoveredFrom = Math.Max(CoveredFrom, entry.Index + 1);
            return;
        }

        Link(entry);
        if (_kept > capacity)
        {
            var evicted = _oldestKept!;
            Unlink(evicted);
            _newest.Remove(evicted.CoalesceKey!);
            CoveredFrom = Math.Max(CoveredFrom, evicted.Index + 1);
        }
    }

    /// <summary>What is kept of the events from <paramref name="index"/> on, oldest first.</summary>
    public TopicEntry[] From(long index)
    {
        var entries = new List<TopicEntry>();
        for (var entry = _newestKept; entry is not null && entry.Index >= index; entry = entry.Older)
        {
            entries.Add(entry);
        }

        entries.Reverse();
        return [.. entries];
    }

    private void Link(TopicEntry entry)
    {
        entry.Older = _newestKept;
        if (_newestKept is null)
        {
            _oldestKept = entry;
        }
        else
        {
            _newestKept.Newer = entry;
        }

        _newestKept = entry;
        _kept++;
    }

    /// <summary>Takes an event out, if it is kept at all.</summary>
    private void Unlink(TopicEntry entry)
    {
        if (entry.Older is null && entry.Newer is null && entry != _oldestKept)
        {
            return;
        }

        if (entry.Older is { } older)
        {
            older.Newer = entry.Newer;
        }
        else
        {
            _oldestKept = entry.Newer;
        }

        if (entry.Newer is { } newer)
        {
            newer.Older = entry.Older;
        }
        else
        {
            _newestKept = entry.Older;
        }

        (entry.Older, entry.Newer) = (null, null);
        _kept--;
    }
}
