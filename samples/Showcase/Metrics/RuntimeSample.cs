using SseGen;

namespace Showcase.Metrics;

/// <summary>This process at one moment; rates and shares are since the sample before.</summary>
/// <param name="Sequence">The sample's number, which grows, also from one run of the program to the next.</param>
/// <param name="At">When it was taken.</param>
/// <param name="OpenStreams">The event streams that this process is sending.</param>
/// <param name="Process">What the process takes of the machine.</param>
/// <param name="Gc">The garbage collector.</param>
/// <param name="ThreadPool">The thread pool.</param>
public sealed record RuntimeSample(
    [property: EventId] long Sequence,
    DateTimeOffset At,
    int OpenStreams,
    ProcessSample Process,
    GcSample Gc,
    ThreadPoolSample ThreadPool) : ISample;

/// <summary>What the process takes of the machine.</summary>
/// <param name="User">The share of all processors that its own code has, in percent.</param>
/// <param name="System">The share that the kernel has on its behalf, in percent.</param>
/// <param name="WorkingSet">Its memory that is in the machine's, in bytes.</param>
/// <param name="Threads">All its threads; <see langword="null"/> where the system does not tell.</param>
/// <param name="MethodsCompiled">The methods compiled since it started: none in a native binary.</param>
public sealed record ProcessSample(double User, double System, long WorkingSet, int? Threads, long MethodsCompiled);

/// <summary>The garbage collector.</summary>
/// <param name="Heap">Bytes in use, garbage that has not been collected yet included.</param>
/// <param name="Committed">Bytes the heap has taken from the system.</param>
/// <param name="Generations">Bytes in generations 0, 1, 2, the large and the pinned objects, after the last collection.</param>
/// <param name="AllocatedPerSecond">Bytes allocated.</param>
/// <param name="Collections">Collections of generation 0, 1 and 2 since the process started; each counts the ones of the higher generations too.</param>
/// <param name="PausedPerSecond">Milliseconds of each second in which the program stood still for the collector.</param>
/// <param name="PausedTotal">Milliseconds in which it stood still since the process started.</param>
public sealed record GcSample(
    long Heap, long Committed, long[] Generations, long AllocatedPerSecond, int[] Collections, double PausedPerSecond, double PausedTotal);

/// <summary>The thread pool.</summary>
/// <param name="Threads">Its threads.</param>
/// <param name="Queued">Work items that wait for a thread.</param>
/// <param name="CompletedPerSecond">Work items done.</param>
/// <param name="ContentionsPerSecond">Locks that had to be waited for.</param>
/// <param name="Timers">Timers that are set.</param>
public sealed record ThreadPoolSample(int Threads, long Queued, long CompletedPerSecond, long ContentionsPerSecond, long Timers);
