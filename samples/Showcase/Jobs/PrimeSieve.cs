namespace Showcase.Jobs;

/// <summary>Counts primes by the sieve of Eratosthenes, a block at a time: honest work for a processor, in constant memory.</summary>
internal sealed class PrimeSieve(int below)
{
    /// <summary>Half a megabyte of marks: a block fits the second-level cache and takes a few milliseconds.</summary>
    public const int BlockSize = 512 * 1024;

    private readonly int[] _base = SmallPrimes((int)Math.Sqrt(below) + 1);

    /// <summary>The number of blocks.</summary>
    public int Blocks => (int)(((long)below + BlockSize - 1) / BlockSize);

    /// <summary>Counts the primes of one block. Several blocks may be counted at once.</summary>
    public int Count(int block)
    {
        var start = (long)block * BlockSize;
        var composite = new bool[(int)Math.Min(BlockSize, below - start)];
        foreach (var prime in _base)
        {
            var first = Math.Max((long)prime * prime, (start + prime - 1) / prime * prime);
            for (var n = first - start; n < composite.Length; n += prime)
            {
                composite[n] = true;
            }
        }

        var count = composite.AsSpan().Count(false);
        return block == 0 ? count - Math.Min(2, composite.Length) : count; // 0 and 1 are not primes.
    }

    private static int[] SmallPrimes(int limit)
    {
        var composite = new bool[limit + 1];
        var primes = new List<int>();
        for (var n = 2; n <= limit; n++)
        {
            if (composite[n])
            {
                continue;
            }

            primes.Add(n);
            for (var multiple = (long)n * n; multiple <= limit; multiple += n)
            {
                composite[multiple] = true;
            }
        }

        return [.. primes];
    }
}
