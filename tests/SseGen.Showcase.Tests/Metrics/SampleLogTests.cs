using Showcase.Metrics;
using SseGen.TestKit;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class SampleLogTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_reader_gets_what_is_kept_and_then_what_comes()
    {
        var log = new SampleLog<Sample>(capacity: 3);
        Append(log, 1, 2, 3, 4);

        await using var reader = log.ReadAsync(after: 0, Token).GetAsyncEnumerator(Token);
        Assert.Equal([2, 3, 4], await Next(reader, 3));

        var next = reader.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        Append(log, 5);
        Assert.True(await next.Within());
        Assert.Equal(5, reader.Current.Sequence);
    }

    [Fact]
    public async Task A_reader_that_comes_back_goes_on_where_it_was()
    {
        var log = new SampleLog<Sample>(capacity: 10);
        Append(log, 10, 20, 30);

        await using var reader = log.ReadAsync(after: 20, Token).GetAsyncEnumerator(Token);

        Assert.Equal([30], await Next(reader, 1));
    }

    [Fact]
    public async Task Readers_do_not_take_samples_from_each_other()
    {
        var log = new SampleLog<Sample>(capacity: 10);
        await using var one = log.ReadAsync(0, Token).GetAsyncEnumerator(Token);
        await using var other = log.ReadAsync(0, Token).GetAsyncEnumerator(Token);
        var (first, second) = (one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask());

        Append(log, 1);

        Assert.True(await first.Within());
        Assert.True(await second.Within());
        Assert.Same(one.Current, other.Current);
    }

    [Fact]
    public async Task Reading_ends_with_its_token()
    {
        using var cancellation = new CancellationTokenSource();
        await using var reader = new SampleLog<Sample>(capacity: 1).ReadAsync(0, cancellation.Token).GetAsyncEnumerator(Token);
        var next = reader.MoveNextAsync().AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.Within());
    }

    [Fact]
    public async Task No_sample_is_lost_or_doubled_between_those_kept_and_those_that_come()
    {
        const int count = 20_000;
        var log = new SampleLog<Sample>(capacity: count);
        var writing = Task.Run(() => Append(log, Enumerable.Range(1, count)), Token);

        await using var reader = log.ReadAsync(0, Token).GetAsyncEnumerator(Token);

        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), await Next(reader, count));
        await writing.Within();
    }

    private static void Append(SampleLog<Sample> log, params IEnumerable<int> sequences)
    {
        foreach (var sequence in sequences)
        {
            log.Append(new Sample(sequence));
        }
    }

    private static async Task<List<long>> Next(IAsyncEnumerator<Sample> reader, int count)
    {
        var sequences = new List<long>();
        while (sequences.Count < count && await reader.MoveNextAsync().AsTask().Within("the next sample"))
        {
            sequences.Add(reader.Current.Sequence);
        }

        return sequences;
    }

    private sealed record Sample(long Sequence) : ISample;
}
