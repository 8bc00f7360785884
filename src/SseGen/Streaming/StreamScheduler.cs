namespace SseGen.Streaming;

/// <summary>
/// One timer for all streams of the process. A stream that writes only notes the time; the scheduler looks at it when its earliest
/// deadline could have come, and puts it back when it has moved meanwhile. So a write costs nothing here, and an idle stream is
/// looked at once a heartbeat.
/// </summary>
internal sealed class StreamScheduler : IDisposable
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly DeadlineQueue _queue = new();
    private readonly StreamClock _clock;
    private readonly ITimer _timer;

    // Deadlines this close together are served at once: ten thousand streams shall not fire the timer ten thousand times a heartbeat.
    private readonly long _slack;
    private long _armedFor = StreamClock.Never;

    public StreamScheduler(StreamClock clock)
    {
        _clock = clock;
        _slack = clock.Ticks(TimeSpan.FromMilliseconds(25));

        _timer = CreateTimer();
    }

    /// <summary>Has the item looked at no later than <paramref name="deadline"/>.</summary>
    public void Schedule(ScheduledItem item, long deadline)
    {
        lock (_gate)
        {
            if (item.Retired || deadline >= QueuedDeadline(item))
            {
                return;
            }

            _queue.Set(item, deadline);
            if (deadline < _armedFor)
            {
                Arm(deadline);
            }
        }
    }

    /// <summary>Forgets the item for good.</summary>
    public void Retire(ScheduledItem item)
    {
        lock (_gate)
        {
            item.Retired = true;
            _queue.Remove(item);
        }
    }

    public void Dispose() => _timer.Dispose();

    private static long QueuedDeadline(ScheduledItem item)
        => item.QueueIndex == ScheduledItem.NotQueued ? StreamClock.Never : item.Deadline;

    private ITimer CreateTimer()
    {
        // The timer outlives the request that happens to create it, and must not keep that request's async locals alive.
        var flow = ExecutionContext.IsFlowSuppressed() ? (AsyncFlowControl?)null : ExecutionContext.SuppressFlow();
        try
        {
            return _clock.TimeProvider.CreateTimer(
                static state => ((StreamScheduler)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            flow?.Undo();
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            var horizon = now + _slack;
            while (_queue.First is { } item && item.Deadline <= horizon)
            {
                var next = item.OnDeadline(now, horizon);
                if (next == StreamClock.Never)
                {
                    _queue.Remove(item);
                }
                else
                {
                    _queue.Set(item, Math.Max(next, horizon + 1));
                }
            }

            _armedFor = StreamClock.Never;
            if (_queue.First is { } first)
            {
                Arm(first.Deadline);
            }
        }
    }

    private void Arm(long deadline)
    {
        _armedFor = deadline;
        var wait = _clock.Length(Math.Max(0, deadline - _clock.Now));
        _timer.FireIn(wait < s_longestWait ? wait : s_longestWait);
    }
}
