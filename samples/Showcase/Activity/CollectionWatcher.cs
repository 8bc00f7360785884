using System.Globalization;
using Showcase.Metrics;

namespace Showcase.Activity;

/// <summary>Notices that the garbage collector has run, and tells the feed.</summary>
internal sealed class CollectionWatcher(TimeProvider time, ActivityFeed feed) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var last = GC.GetGCMemoryInfo(GCKind.Any).Index;
        using var timer = new PeriodicTimer(MetricsSampler.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var info = GC.GetGCMemoryInfo(GCKind.Any);
            if (info.Index > last)
            {
                Report(info, info.Index - last);
                last = info.Index;
            }
        }
    }

    private void Report(GCMemoryInfo info, long collections)
    {
        var pause = 0.0;
        foreach (var duration in info.PauseDurations)
        {
            pause += duration.TotalMilliseconds;
        }

        var title = collections == 1
            ? string.Create(CultureInfo.InvariantCulture, $"Generation {info.Generation} collected")
            : string.Create(CultureInfo.InvariantCulture, $"{collections} collections, the last of generation {info.Generation}");
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"paused {pause:0.00} ms, heap {info.HeapSizeBytes / 1048576.0:0.0} MiB{(info.Compacted ? ", compacted" : "")}{(info.Concurrent ? ", in the background" : "")}");
        feed.Add("collection", title, detail);
    }
}
