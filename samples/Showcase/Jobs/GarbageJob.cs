using System.Diagnostics;
using System.Runtime.CompilerServices;
using Showcase.Metrics;

namespace Showcase.Jobs;

/// <summary>Allocates, keeps some of it for a while and drops it again, so that the garbage collector has work that shows.</summary>
internal static class GarbageJob
{
    private const int Rounds = 60;
    private const int PerRound = 8 * 1024 * 1024;
    private const int Kept = 12;

    /// <summary>Allocates half a gigabyte in a few seconds, of which a sixth at most is in use at a time.</summary>
    public static async IAsyncEnumerable<JobProgress> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var kept = new Queue<byte[][]>();
        long allocated = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            kept.Enqueue(Allocate(ref allocated));
            if (kept.Count > Kept)
            {
                kept.Dequeue();
            }

            yield return new JobProgress(
                Round.Percent(100.0 * round / Rounds), allocated, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    /// <summary>Sizes from 1 KiB to 128 KiB: the largest go to the heap of large objects.</summary>
    private static byte[][] Allocate(ref long allocated)
    {
        var pieces = new List<byte[]>();
        for (int size = 1024, total = 0; total < PerRound; total += size, size = size < 128 * 1024 ? size * 2 : 1024)
        {
            pieces.Add(new byte[size]);
            allocated += size;
        }

        return [.. pieces];
    }
}
