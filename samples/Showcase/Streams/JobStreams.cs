using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Showcase.Jobs;
using SseGen;

namespace Showcase.Streams;

/// <summary>Work that is done while its stream is open: it ends by itself, and is given up when the client goes.</summary>
public static class JobStreams
{
    /// <summary>Counts the primes below a number on all processors: <c>progress</c> events, then the <c>result</c>.</summary>
    [EventStream("/jobs/primes", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<SseItem<JobProgress>> Primes(CancellationToken cancellationToken, int below = 1_000_000_000)
        => Report(PrimeJob.RunAsync(Math.Clamp(below, 2, 2_000_000_000), cancellationToken), cancellationToken);

    /// <summary>Allocates and drops half a gigabyte, for the garbage collector to deal with.</summary>
    [EventStream("/jobs/garbage", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<SseItem<JobProgress>> Garbage(CancellationToken cancellationToken)
        => Report(GarbageJob.RunAsync(cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<SseItem<JobProgress>> Report(
        IAsyncEnumerable<JobProgress> job, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var progress in job.WithCancellation(cancellationToken))
        {
            yield return new SseItem<JobProgress>(progress, progress.Done < 100 ? "progress" : "result");
        }
    }
}
