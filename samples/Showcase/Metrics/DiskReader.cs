namespace Showcase.Metrics;

/// <summary>The traffic of the machine's disks, from <c>/proc/diskstats</c>, and the space left where the sample runs.</summary>
internal sealed class DiskReader
{
    private readonly ProcFile _diskStats = new("/proc/diskstats");
    private readonly DriveInfo _drive = new(Path.GetPathRoot(AppContext.BaseDirectory) ?? AppContext.BaseDirectory);
    private Counter _read, _written, _operations;
    private Dictionary<string, long> _lastBusy = [];

    /// <summary>The traffic since the last call; its figures are <see langword="null"/> where the system has no <c>/proc/diskstats</c>.</summary>
    public DiskSample Read(TimeSpan elapsed)
    {
        var (space, free) = (_drive.TotalSize, _drive.AvailableFreeSpace);
        if (!_diskStats.TryRead(out var text))
        {
            return new DiskSample(null, null, null, null, space, free);
        }

        long read = 0, written = 0, operations = 0;
        var disks = DiskCounts.Parse(text);
        foreach (var disk in disks)
        {
            read += disk.BytesRead;
            written += disk.BytesWritten;
            operations += disk.Operations;
        }

        return new DiskSample(
            Round.Rate(_read.PerSecond(read, elapsed)),
            Round.Rate(_written.PerSecond(written, elapsed)),
            Round.Rate(_operations.PerSecond(operations, elapsed)),
            Busiest(disks, elapsed),
            space,
            free);
    }

    /// <summary>The share of the time in which the busiest disk had work. A mean over all disks would hide the one that is full up.</summary>
    private double Busiest(List<DiskCounts> disks, TimeSpan elapsed)
    {
        var busy = new Dictionary<string, long>(disks.Count);
        double most = 0;
        foreach (var disk in disks)
        {
            busy[disk.Name] = disk.BusyMilliseconds;
            if (elapsed > TimeSpan.Zero && _lastBusy.TryGetValue(disk.Name, out var last))
            {
                most = Math.Max(most, (disk.BusyMilliseconds - last) / elapsed.TotalMilliseconds);
            }
        }

        _lastBusy = busy;
        return Round.Percent(Math.Clamp(100 * most, 0, 100));
    }
}
