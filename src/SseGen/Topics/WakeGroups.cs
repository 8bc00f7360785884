namespace SseGen.Topics;

/// <summary>The subscribers of a topic by the window in which they are woken: the topic's own, and those that an endpoint has chosen.</summary>
internal sealed class WakeGroups(TimeSpan window, TimeProvider timeProvider) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly WakeGroup _default = new(window, timeProvider);

    // Replaced, never changed: publishing goes through it without a lock.
    private volatile KeyValuePair<TimeSpan, WakeGroup>[] _others = [];

    public WakeGroup Get(TimeSpan? wanted)
    {
        if (wanted is not { } other || other == window)
        {
            return _default;
        }

        lock (_lock)
        {
            foreach (var (itsWindow, group) in _others)
            {
                if (itsWindow == other)
                {
                    return group;
                }
            }

            var added = new WakeGroup(other, timeProvider);
            _others = [.. _others, new(other, added)];
            return added;
        }
    }

    /// <summary>There is something new in the log.</summary>
    public void Signal()
    {
        _default.Signal();
        foreach (var (_, group) in _others)
        {
            group.Signal();
        }
    }

    public void Dispose()
    {
        _default.Dispose();
        foreach (var (_, group) in _others)
        {
            group.Dispose();
        }
    }
}
