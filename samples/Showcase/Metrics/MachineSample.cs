using SseGen;

namespace Showcase.Metrics;

/// <summary>The machine at one moment; rates and shares are since the sample before.</summary>
/// <param name="Sequence">The sample's number, which grows, also from one run of the program to the next.</param>
/// <param name="At">When it was taken.</param>
/// <param name="UptimeSeconds">For how long the machine has been up.</param>
/// <param name="Cpu"><see langword="null"/> where the system does not tell.</param>
/// <param name="Memory">The memory of the machine.</param>
/// <param name="Disk">All disks together.</param>
/// <param name="Network">All network interfaces together, without the loopback.</param>
public sealed record MachineSample(
    [property: EventId] long Sequence,
    DateTimeOffset At,
    long UptimeSeconds,
    CpuSample? Cpu,
    MemorySample Memory,
    DiskSample Disk,
    NetworkSample Network) : ISample;

/// <summary>How busy the processors were, in percent of all of them.</summary>
/// <param name="Busy">In programs and in the kernel.</param>
/// <param name="User">In programs.</param>
/// <param name="System">In the kernel.</param>
/// <param name="Waiting">Idle, while a disk was being waited for.</param>
/// <param name="Cores">Each core on its own, in percent of that core.</param>
/// <param name="LoadAverage">Runnable tasks over 1, 5 and 15 minutes; empty where the system does not tell.</param>
public sealed record CpuSample(double Busy, double User, double System, double Waiting, double[] Cores, double[] LoadAverage);

/// <summary>The machine's memory, in bytes.</summary>
/// <param name="Total">What there is.</param>
/// <param name="Used">What programs could not have without swapping.</param>
/// <param name="Cached">What the system holds as a cache and would give away.</param>
/// <param name="SwapTotal">The space to swap to.</param>
/// <param name="SwapUsed">What has been swapped out.</param>
public sealed record MemorySample(long Total, long Used, long? Cached, long? SwapTotal, long? SwapUsed);

/// <summary>The machine's disks.</summary>
/// <param name="ReadPerSecond">Bytes read; <see langword="null"/>, as the three that follow, where the system does not tell.</param>
/// <param name="WrittenPerSecond">Bytes written.</param>
/// <param name="OperationsPerSecond">Reads and writes.</param>
/// <param name="Busy">The share of the time in which the busiest disk had work, in percent.</param>
/// <param name="Space">The size of the file system the program runs from, in bytes.</param>
/// <param name="Free">What is left of it.</param>
public sealed record DiskSample(long? ReadPerSecond, long? WrittenPerSecond, long? OperationsPerSecond, double? Busy, long Space, long Free);

/// <summary>The machine's network interfaces, in bytes per second.</summary>
/// <param name="ReceivedPerSecond">What came in.</param>
/// <param name="SentPerSecond">What went out.</param>
public sealed record NetworkSample(long ReceivedPerSecond, long SentPerSecond);
