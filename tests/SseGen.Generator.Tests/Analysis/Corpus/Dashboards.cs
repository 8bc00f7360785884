using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Mvc;

namespace Acme.Dashboards;

public sealed record Sample(DateTimeOffset At, double Cpu, long Memory);
public sealed record Widget(string Name, double Value);
public interface IMetricsStore { ValueTask<Sample> CurrentAsync(string host, CancellationToken cancellationToken = default); IReadOnlyList<Widget> Snapshot(); Task RefreshAsync(); }

public sealed class DashboardOptions { public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1); public bool Enabled { get; set; } = true; }

public static class MachineEndpoints
{
    /// <summary>Ticks from a timer, the way most dashboards do it.</summary>
    [EventStream("/machines/{host}/samples", EventType = "sample")]
    public static async IAsyncEnumerable<Sample> Samples(string host, IMetricsStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            yield return await store.CurrentAsync(host, cancellationToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    [EventStream("/machines/{host}/samples/slow")]
    public static async IAsyncEnumerable<Sample> SlowSamples(string host, IMetricsStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            yield return await store.CurrentAsync(host).ConfigureAwait(false); // SSE104
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    [EventStream("/process")]
    public static async IAsyncEnumerable<Sample> Process([FromServices] TimeProvider time, EventStreamContext context)
    {
        var process = System.Diagnostics.Process.GetCurrentProcess();
        var (last, at) = (process.TotalProcessorTime, time.GetTimestamp());
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, context.CancellationToken);
            process.Refresh();
            var elapsed = time.GetElapsedTime(at);
            yield return new Sample(time.GetUtcNow(), (process.TotalProcessorTime - last) / elapsed, process.WorkingSet64);
            (last, at) = (process.TotalProcessorTime, time.GetTimestamp());
        }
    }

    [EventStream("/process/untimed")]
    public static async IAsyncEnumerable<Sample> ProcessUntimed(TimeProvider time, EventStreamContext context)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time); // SSE104
            yield return new Sample(time.GetUtcNow(), 0, Environment.WorkingSet);
        }
    }

    [EventStream("/gc")]
    public static async IAsyncEnumerable<int> Collections() // SSE101
    {
        var seen = -1;
        while (true)
        {
            if (GC.CollectionCount(2) is var count && count != seen)
                yield return seen = count;
            await Task.Delay(250);
        }
    }

    [EventStream("/widgets")]
    public static async IAsyncEnumerable<IReadOnlyList<Widget>> Widgets(IMetricsStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<Widget>? previous = null;
        while (!ct.IsCancellationRequested)
        {
            var current = store.Snapshot();
            if (previous is null || !current.SequenceEqual(previous))
            {
                yield return current;
                previous = current;
            }

            try
            {
                await Task.Delay(500, ct);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    [EventStream("/widgets/refreshed")]
    public static async IAsyncEnumerable<Widget> Refreshed(IMetricsStore store, ILogger<Widget> logger, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; ) // SSE103
        {
            await store.RefreshAsync();
            foreach (var widget in store.Snapshot())
            {
                logger.LogDebug("{Widget}", widget);
                yield return widget;
            }
        }
    }

    [EventStream("/widgets/guarded")]
    public static async IAsyncEnumerable<Widget> Guarded(IMetricsStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        for (; ; )
        {
            await store.RefreshAsync().WaitAsync(TimeSpan.FromSeconds(3), ct);
            foreach (var widget in store.Snapshot())
                yield return widget;
        }
    }

    [EventStream("/drives")]
    public static async IAsyncEnumerable<(string Name, long Free)> Drives(DashboardOptions options, [EnumeratorCancellation] CancellationToken ct)
    {
        while (options.Enabled)
        {
            foreach (var drive in DriveInfo.GetDrives())
                yield return (drive.Name, drive.AvailableFreeSpace);
            Thread.Sleep(options.Interval); // SSE106
            await Task.Yield();
        }
    }

    [EventStream("/widgets/polled")]
    public static IAsyncEnumerable<Widget> Polled(IMetricsStore store, EventStreamContext context) =>
        Poll(store, TimeSpan.FromSeconds(2), context.CancellationToken);

    private static async IAsyncEnumerable<Widget> Poll(IMetricsStore store, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var round = 0; ; round++)
        {
            foreach (var widget in store.Snapshot().Where(widget => widget.Value > round))
                yield return widget;
            await Task.Delay(interval, cancellationToken);
        }
    }

    [EventStream("/widgets/drained", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<Widget> Drained(IMetricsStore store, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            foreach (var widget in store.Snapshot())
                yield return widget;
            await Task.Delay(1000, ct);
        }
    }
}
