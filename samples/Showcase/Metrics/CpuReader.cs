namespace Showcase.Metrics;

/// <summary>How busy the processors were between two calls, from <c>/proc/stat</c>.</summary>
internal sealed class CpuReader
{
    private readonly ProcFile _stat = new("/proc/stat");
    private readonly ProcFile _loadAverage = new("/proc/loadavg");
    private Dictionary<int, CpuTimes> _cores = [];
    private Dictionary<int, CpuTimes> _lastCores = [];
    private CpuTimes _last;

    /// <summary>The usage since the last call; <see langword="null"/> where the system has no <c>/proc/stat</c>.</summary>
    public CpuSample? Read()
    {
        if (!_stat.TryRead(out var text))
        {
            return null;
        }

        var machine = CpuTimes.Parse(text, _cores);
        var sample = new CpuSample(
            Round.Percent(machine.BusySince(_last)),
            Round.Percent(machine.UserSince(_last)),
            Round.Percent(machine.SystemSince(_last)),
            Round.Percent(machine.WaitingSince(_last)),
            CoreUsage(),
            ReadLoadAverage());

        _last = machine;
        (_cores, _lastCores) = (_lastCores, _cores);
        return sample;
    }

    /// <summary>Reads <c>/proc/loadavg</c>: the mean number of runnable tasks over 1, 5 and 15 minutes.</summary>
    public static double[] ParseLoadAverage(ReadOnlySpan<byte> procLoadAverage)
    {
        var fields = new FieldReader(procLoadAverage);
        return [fields.NextDouble(), fields.NextDouble(), fields.NextDouble()];
    }

    private double[] CoreUsage()
    {
        var usage = new double[_cores.Count];
        var i = 0;
        foreach (var (core, times) in _cores)
        {
            // A core that was offline has no earlier times: it starts at idle instead of at its mean since boot.
            usage[i++] = _lastCores.TryGetValue(core, out var last) ? Round.Percent(times.BusySince(last)) : 0;
        }

        return usage;
    }

    private double[] ReadLoadAverage() => _loadAverage.TryRead(out var text) ? ParseLoadAverage(text) : [];
}
