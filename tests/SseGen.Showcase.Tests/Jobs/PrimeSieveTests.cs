using CsCheck;
using Showcase.Jobs;

namespace SseGen.Showcase.Tests.Jobs;

public sealed class PrimeSieveTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(100, 25)]
    [InlineData(10_000_000, 664_579)]
    public void It_counts_the_primes_below_a_number(int below, int primes) => Assert.Equal(primes, Count(below));

    [Fact]
    public void It_agrees_with_trial_division() =>
        Gen.Int[2, 3 * PrimeSieve.BlockSize].Sample(below => Assert.Equal(Count(below) + (IsPrime(below) ? 1 : 0), Count(below + 1)), iter: 50);

    private static int Count(int below)
    {
        var sieve = new PrimeSieve(below);
        return Enumerable.Range(0, sieve.Blocks).Sum(sieve.Count);
    }

    private static bool IsPrime(int number) => Enumerable.Range(2, (int)Math.Sqrt(number) - 1).All(divisor => number % divisor != 0);
}
