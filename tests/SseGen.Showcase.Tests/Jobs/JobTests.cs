using Showcase.Jobs;

namespace SseGen.Showcase.Tests.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task Counting_primes_reports_its_progress_up_to_the_end()
    {
        var reports = new List<JobProgress>();
        await foreach (var report in PrimeJob.RunAsync(50_000_000, TestContext.Current.CancellationToken))
        {
            reports.Add(report);
        }

        Assert.True(reports.Count > 1);
        Assert.Equal(reports.OrderBy(report => report.Done), reports);
        Assert.Equal((100, 3_001_134), (reports[^1].Done, reports[^1].Found));
    }

    [Fact]
    public async Task A_job_is_given_up_when_its_token_fires()
    {
        using var cancellation = new CancellationTokenSource();
        await using var reports = PrimeJob.RunAsync(2_000_000_000, cancellation.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await reports.MoveNextAsync();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reports.MoveNextAsync());
    }
}
