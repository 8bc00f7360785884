using System.Diagnostics;
using System.Runtime.CompilerServices;
using Showcase.Metrics;

namespace Showcase.Jobs;

/// <summary>Counts primes on all processors, and tells how far it is.</summary>
internal static class PrimeJob
{
    /// <summary>The blocks between two reports, for each processor.</summary>
    private const int BlocksPerReport = 16;

    /// <summary>Counts the primes below a number.</summary>
    public static async IAsyncEnumerable<JobProgress> RunAsync(int below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var sieve = new PrimeSieve(below);
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        long found = 0;
        for (var block = 0; block < sieve.Blocks;)
        {
            var next = Math.Min(sieve.Blocks, block + (BlocksPerReport * Environment.ProcessorCount));
            await Parallel.ForAsync(block, next, options, (i, _) =>
            {
                Interlocked.Add(ref found, sieve.Count(i));
                return ValueTask.CompletedTask;
            });
            block = next;
            yield return new JobProgress(
                Round.Percent(100.0 * block / sieve.Blocks), found, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }
}
