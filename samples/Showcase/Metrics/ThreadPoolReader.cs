namespace Showcase.Metrics;

/// <summary>What the thread pool did between two calls.</summary>
internal sealed class ThreadPoolReader
{
    private Counter _completed, _contentions;

    /// <summary>The pool now, and its work since the last call.</summary>
    public ThreadPoolSample Read(TimeSpan elapsed) => new(
        ThreadPool.ThreadCount,
        ThreadPool.PendingWorkItemCount,
        Round.Rate(_completed.PerSecond(ThreadPool.CompletedWorkItemCount, elapsed)),
        Round.Rate(_contentions.PerSecond(Monitor.LockContentionCount, elapsed)),
        Timer.ActiveCount);
}
