using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Rx;

namespace Acme.Pushes;

public sealed record Sample(double Value, DateTimeOffset At);
public interface IMeter { double Read(); ValueTask<double> ReadAsync(CancellationToken cancellationToken = default); IObservable<Sample> Samples { get; } event Action<Sample>? Sampled; }
public interface IImport { Task RunAsync(Func<Sample, Task> onSample, CancellationToken cancellationToken); Task RunAsync(Func<Sample, CancellationToken, Task> onSample, CancellationToken cancellationToken); Task StartAsync(Guid id); Task<bool> IsDoneAsync(Guid id, CancellationToken cancellationToken = default); }

public static class PushEndpoints
{
    [EventStream("/push/ticks")]
    public static async Task Ticks(IMeter meter, TimeProvider clock, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(ct))
            await stream.WriteAsync(new Sample(await meter.ReadAsync(ct), clock.GetUtcNow()), ct);
    }

    [EventStream("/push/endless")]
    public static async Task Endless(IMeter meter, TimeProvider clock, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        while (true)
        {
            await stream.WriteAsync(new Sample(meter.Read(), clock.GetUtcNow()), ct);
            await Task.Delay(1000); // SSE104
        }
    }

    [EventStream("/push/spinning")]
    public static async Task Spinning(IMeter meter, TimeProvider clock, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        var last = double.NaN;
        while (true) // SSE103
        {
            var value = meter.Read();
            if (Math.Abs(value - last) > 0.1)
            {
                last = value;
                await stream.WriteAsync(new Sample(value, clock.GetUtcNow()), ct);
            }

            await Task.Yield();
        }
    }

    [EventStream("/push/deaf")]
    public static async Task Deaf(IMeter meter, TimeProvider clock, EventStreamWriter<Sample> stream) // SSE101
    {
        while (true)
        {
            await stream.WriteAsync(new Sample(meter.Read(), clock.GetUtcNow()));
            await Task.Delay(1000);
        }
    }

    [EventStream("/push/two")]
    public static async Task Two(IMeter meter, TimeProvider clock, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        await Task.WhenAll(Every(TimeSpan.FromSeconds(1)), Every(TimeSpan.FromSeconds(5)));

        async Task Every(TimeSpan period)
        {
            while (!ct.IsCancellationRequested)
            {
                await stream.WriteAsync(new Sample(meter.Read(), clock.GetUtcNow()), ct);
                await Task.Delay(period, clock, ct);
            }
        }
    }

    [EventStream("/push/import", Shutdown = EventStreamShutdown.Drain)]
    public static Task Import(IImport import, EventStreamWriter<Sample> stream, CancellationToken ct) =>
        import.RunAsync(sample => stream.WriteAsync(sample, ct).AsTask(), ct);

    [EventStream("/push/import/with-token")]
    public static Task ImportWithToken(IImport import, EventStreamWriter<Sample> stream, CancellationToken ct) =>
        import.RunAsync(async (sample, token) => await stream.WriteAsync(sample, token), ct);

    [EventStream("/push/import/default")]
    public static Task ImportDefault(IImport import, EventStreamWriter<Sample> stream, CancellationToken ct) =>
        import.RunAsync(async (sample, token) => await stream.WriteAsync(sample, token), default); // SSE104

    [EventStream("/push/import/forgotten")]
    public static async Task ImportForgotten(Guid id, IImport import, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await import.StartAsync(id);
        while (!await import.IsDoneAsync(id)) // SSE104
            await stream.WriteAsync(new Sample(watch.Elapsed.TotalSeconds, DateTimeOffset.UtcNow), ct);
    }

    [EventStream("/push/blocking")]
    public static async ValueTask Blocking(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await stream.WriteAsync(new Sample(meter.ReadAsync(ct).AsTask().Result, DateTimeOffset.UtcNow), ct); // SSE106
            Thread.Sleep(1000); // SSE106
        }
    }

    [EventStream("/push/event")]
    public static async Task Event(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        var over = new TaskCompletionSource();
        await using var registration = ct.Register(() => over.TrySetResult());
        meter.Sampled += OnSampled;
        try
        {
            await over.Task;
        }
        finally
        {
            meter.Sampled -= OnSampled;
        }

        async void OnSampled(Sample sample) => await stream.WriteAsync(sample, ct);
    }

    [EventStream("/push/event/leaky")]
    public static async Task EventLeaky(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        meter.Sampled += async sample => await stream.WriteAsync(sample, ct); // SSE108
        await Task.Delay(Timeout.Infinite, ct);
    }

    [EventStream("/push/rx")]
    public static async Task Reactive(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        using var subscription = meter.Samples.Subscribe(sample => _ = stream.WriteAsync(sample, ct).AsTask());
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    }

    [EventStream("/push/rx/leaky")]
    public static async Task ReactiveLeaky(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken ct)
    {
        var queue = new ConcurrentQueue<Sample>();
        var subscription = meter.Samples.Subscribe(queue.Enqueue); // SSE108
        while (!ct.IsCancellationRequested)
        {
            if (queue.TryDequeue(out var sample))
                await stream.WriteAsync(sample, ct);
            await Task.Delay(50, ct);
        }

        subscription.Dispose();
    }

    [EventStream("/push/parallel")]
    public static Task Parallelized(IMeter[] meters, EventStreamWriter<Sample> stream, CancellationToken ct) =>
        Parallel.ForEachAsync(meters, ct, async (meter, token) => await stream.WriteAsync(new Sample(await meter.ReadAsync(token), default), token));

    [EventStream("/push/parallel/lost")]
    public static Task ParallelLost(IMeter[] meters, EventStreamWriter<Sample> stream, CancellationToken ct) =>
        Parallel.ForEachAsync(meters, async (meter, token) => await stream.WriteAsync(new Sample(await meter.ReadAsync(token), default), token)); // SSE104

    [EventStream("/push/handed")]
    public static Task Handed(IMeter meter, EventStreamWriter<Sample> stream, EventStreamContext context) => PumpAsync(meter, stream, context.CancellationToken);

    private static async Task PumpAsync(IMeter meter, EventStreamWriter<Sample> stream, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            await stream.WriteAsync(new Sample(await meter.ReadAsync(cancellationToken), default), cancellationToken);
        }
    }

    [EventStream("/push/handed/none")]
    public static Task HandedNone(IMeter meter, EventStreamWriter<Sample> stream, EventStreamContext context) => PumpAsync(meter, stream, CancellationToken.None); // SSE104
}

public sealed class ReaderEndpoints(IMeter meter, ILogger<ReaderEndpoints> logger)
{
    [EventStream("/reader")]
    public ChannelReader<double> Values(CancellationToken ct)
    {
        var values = Channel.CreateBounded<double>(1);
        _ = PumpAsync(values.Writer, ct);
        return values.Reader;
    }

    private async Task PumpAsync(ChannelWriter<double> values, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            while (await values.WaitToWriteAsync(ct))
                values.TryWrite(await meter.ReadAsync(ct));
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        finally
        {
            values.TryComplete(failure);
        }
    }

    [EventStream("/reader/lost")]
    public ChannelReader<double> Lost(CancellationToken ct)
    {
        var values = Channel.CreateBounded<double>(1);
        Task.Run(async () => // SSE108
        {
            while (true)
                await values.Writer.WriteAsync(meter.Read());
        });
        return values.Reader;
    }

    [EventStream("/reader/continued")]
    public ChannelReader<double> Continued(CancellationToken ct)
    {
        var values = Channel.CreateBounded<double>(1);
        Task.Run(() => PumpOnceAsync(values.Writer, ct), ct)
            .ContinueWith(pump => values.Writer.TryComplete(pump.Exception), TaskScheduler.Default);
        return values.Reader;
    }

    private async Task PumpOnceAsync(ChannelWriter<double> values, CancellationToken ct)
    {
        logger.LogDebug("Pumping");
        await values.WriteAsync(await meter.ReadAsync(ct), ct);
    }

    [EventStream("/reader/awaited")]
    public async Task<ChannelReader<double>> Awaited(EventStreamContext context)
    {
        var values = Channel.CreateUnbounded<double>();
        values.Writer.TryWrite(await meter.ReadAsync()); // SSE104
        values.Writer.Complete();
        return values.Reader;
    }
}
