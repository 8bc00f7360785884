using SseGen.Streaming;

namespace SseGen.Topics;

/// <summary>
/// The subscribers of a topic that are woken together: at once when an event is published or, with a coalesce window, at most once per
/// window, so that each gets what was published in it with one write.
/// </summary>
internal sealed class WakeGroup : IDisposable
{
    private readonly WaiterList[] _lists;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _window;
    private readonly ITimer? _timer;
    private int _assigned = -1;
    private int _isArmed;
    private long _lastWake;

    public WakeGroup(TimeSpan window, TimeProvider timeProvider)
    {
        _window = window;
        _timeProvider = timeProvider;

        // One list for each processor: up to that many threads wake subscribers at the same time.
        _lists = new WaiterList[Math.Min(Environment.ProcessorCount, 16)];
        for (var i = 0; i < _lists.Length; i++)
        {
            _lists[i] = new WaiterList();
        }

        if (IsCoalescing)
        {
            _lastWake = timeProvider.GetTimestamp() - (long)(window.TotalSeconds * timeProvider.TimestampFrequency);
            _timer = timeProvider.CreateTimer(
                static state => ((WakeGroup)state!).OnWindowEnd(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether a subscriber that has caught up waits for the next window although there may be more already.</summary>
    public bool IsCoalescing => _window > TimeSpan.Zero;

    /// <summary>
    /// How many subscribers go to a list before the next one gets some. To send each a single event is soon done, and a second thread costs
    /// more than it helps with; what has gathered in a window is worth it.
    /// </summary>
    private uint SubscribersInTurn => IsCoalescing ? 1u : 1024u;

    /// <summary>The list for another subscriber.</summary>
    public WaiterList AssignList() => _lists[(uint)Interlocked.Increment(ref _assigned) / SubscribersInTurn % (uint)_lists.Length];

    /// <summary>There is something new in the log.</summary>
    public void Signal()
    {
        if (!IsCoalescing)
        {
            Wake();
        }
        else if (Interlocked.Exchange(ref _isArmed, 1) == 0)
        {
            if (_timeProvider.GetElapsedTime(Volatile.Read(ref _lastWake)) >= _window)
            {
                OnWindowEnd();
            }
            else
            {
                _timer!.FireIn(_window);
            }
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void OnWindowEnd()
    {
        Volatile.Write(ref _lastWake, _timeProvider.GetTimestamp());

        // First disarmed, then woken: what is published in between arms again.
        Interlocked.Exchange(ref _isArmed, 0);
        Wake();
    }

    private void Wake()
    {
        foreach (var list in _lists)
        {
            list.Wake();
        }
    }
}
