namespace Showcase.Metrics;

/// <summary>What the garbage collector did between two calls.</summary>
internal sealed class GcReader
{
    private Counter _allocated, _pause;

    /// <summary>The heap now, and the collector's work since the last call.</summary>
    public GcSample Read(TimeSpan elapsed)
    {
        var info = GC.GetGCMemoryInfo(GCKind.Any);
        var generations = info.GenerationInfo;
        var sizes = new long[generations.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = generations[i].SizeAfterBytes;
        }

        var pausedTicks = _pause.PerSecond(GC.GetTotalPauseDuration().Ticks, elapsed);
        return new GcSample(
            GC.GetTotalMemory(forceFullCollection: false),
            info.TotalCommittedBytes,
            sizes,
            Round.Rate(_allocated.PerSecond(GC.GetTotalAllocatedBytes(), elapsed)),
            [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)],
            Round.Milliseconds(TimeSpan.FromTicks((long)pausedTicks)),
            Round.Milliseconds(GC.GetTotalPauseDuration()));
    }
}
