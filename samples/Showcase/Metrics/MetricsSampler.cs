using Showcase.Activity;

namespace Showcase.Metrics;

/// <summary>Takes a sample of the machine and of this process at a steady pace, once for all who look at them.</summary>
internal sealed class MetricsSampler(TimeProvider time, SampleLog<MachineSample> machine, SampleLog<RuntimeSample> runtime, OpenStreams streams)
    : BackgroundService
{
    /// <summary>The pace. The kernel counts processor time in hundredths of a second, so that much faster would be coarse.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How many samples are kept for readers that arrive or come back: two minutes, the width of the charts.</summary>
    public const int Kept = 240;

    private readonly CpuReader _cpu = new();
    private readonly MemoryReader _memory = new();
    private readonly DiskReader _disk = new();
    private readonly NetworkReader _network = new();
    private readonly ProcessReader _process = new();
    private readonly GcReader _gc = new();
    private readonly ThreadPoolReader _threadPool = new();
    private readonly SampleClock _clock = new(time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first figures are the base of the rates that follow.
        Measure(TimeSpan.Zero);
        var last = time.GetTimestamp();

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = time.GetTimestamp();
            var (machineSample, runtimeSample) = Measure(time.GetElapsedTime(last, now));
            last = now;
            machine.Append(machineSample);
            runtime.Append(runtimeSample);
        }
    }

    private (MachineSample Machine, RuntimeSample Runtime) Measure(TimeSpan elapsed)
    {
        var (sequence, at) = _clock.Next();
        return (
            new MachineSample(
                sequence, at, Environment.TickCount64 / 1000, _cpu.Read(), _memory.Read(), _disk.Read(elapsed), _network.Read(elapsed)),
            new RuntimeSample(
                sequence, at, streams.Count, _process.Read(elapsed), _gc.Read(elapsed), _threadPool.Read(elapsed)));
    }
}
