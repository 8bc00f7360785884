using System.Diagnostics;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Fanout;

/// <summary>Publishes at a steady rate; what a late wake-up has missed is published at once, so that the count is exact.</summary>
public static class Publisher
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(1);

    public static async Task<PublishReport> RunAsync(IBroadcast broadcast, int rate, double seconds, CancellationToken cancellationToken)
    {
        var total = (long)(rate * seconds);
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(s_pace);
        for (var published = 0L; published < total;)
        {
            var due = Math.Min(total, (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate) + 1);
            for (; published < due; published++)
            {
                await broadcast.PublishAsync(Samples.TickNow(published), cancellationToken);
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return new PublishReport(total, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
