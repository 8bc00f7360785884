using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Acme.Jobs;

public enum JobState { Queued, Running, Done, Failed }
public sealed record Progress(JobState State, int Percent);
public interface IJobStore { Task<Progress> GetAsync(Guid id, CancellationToken cancellationToken); IObservable<Progress> Watch(Guid id); ChannelReader<Progress> Open(Guid id, CancellationToken cancellationToken); Task WaitForChangeAsync(Guid id); }
public sealed class Worker { public event EventHandler<Progress>? Progressed; public Task RunAsync(IProgress<Progress> progress, CancellationToken cancellationToken) { Progressed?.Invoke(this, new(JobState.Done, 100)); return Task.CompletedTask; } }

public static class JobEndpoints
{
    [EventStream("/jobs/{id}", CompletionEventType = "done", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Progress> Job(Guid id, IJobStore jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Progress? last = null;
        while (last?.State is not (JobState.Done or JobState.Failed))
        {
            var current = await jobs.GetAsync(id, cancellationToken);
            if (current != last)
                yield return last = current;
            await Task.Delay(200, cancellationToken);
        }
    }

    [EventStream("/jobs/{id}/endless")]
    public static async IAsyncEnumerable<Progress> Endless(Guid id, IJobStore jobs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await jobs.WaitForChangeAsync(id);
            var current = await jobs.GetAsync(id, cancellationToken) switch
            {
                { State: JobState.Queued } => null,
                var progress => progress,
            };
            if (current is null)
                continue;
            yield return current;
        }
    }

    [EventStream("/jobs/{id}/reader")]
    public static ChannelReader<Progress> Reader(Guid id, IJobStore jobs, CancellationToken cancellationToken) => jobs.Open(id, cancellationToken);

    [EventStream("/jobs/{id}/run", HttpMethod = "POST")]
    public static ChannelReader<Progress> Run(Guid id, Worker worker, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Progress>(new BoundedChannelOptions(8) { SingleReader = true });
        _ = RunAsync(channel.Writer);
        return channel.Reader;

        async Task RunAsync(ChannelWriter<Progress> writer)
        {
            try
            {
                await worker.RunAsync(new Progress<Progress>(progress => writer.TryWrite(progress)), cancellationToken);
                writer.TryComplete();
            }
            catch (Exception exception)
            {
                writer.TryComplete(exception);
            }
        }
    }

    [EventStream("/jobs/{id}/run/lost", HttpMethod = "POST")]
    public static ChannelReader<Progress> RunLost(Guid id, Worker worker, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Progress>(8);
        Task.Run(() => Produce(channel.Writer, id)); // SSE108
        return channel.Reader;
    }

    private static void Produce(ChannelWriter<Progress> writer, Guid id)
    {
        for (var percent = 0; percent <= 100; percent++)
            writer.TryWrite(new Progress(JobState.Running, percent));
        writer.Complete();
    }

    [EventStream("/jobs/{id}/progress")]
    public static async IAsyncEnumerable<Progress> WithEvents(Guid id, Worker worker, EventStreamContext context)
    {
        var queue = Channel.CreateUnbounded<Progress>();
        void OnProgressed(object? sender, Progress progress) => queue.Writer.TryWrite(progress);

        worker.Progressed += OnProgressed;
        await using var registration = context.CancellationToken.Register(() => worker.Progressed -= OnProgressed);
        await foreach (var progress in queue.Reader.ReadAllAsync(context.CancellationToken))
        {
            yield return progress;
            if (progress.Percent == 100)
                break;
        }
    }

    [EventStream("/jobs/{id}/progress/leaky")]
    public static async IAsyncEnumerable<Progress> WithLeakyEvents(Guid id, Worker worker, EventStreamContext context)
    {
        var queue = new ConcurrentQueue<Progress>();
        worker.Progressed += (_, progress) => queue.Enqueue(progress); // SSE108
        while (!context.CancellationToken.IsCancellationRequested)
        {
            while (queue.TryDequeue(out var progress))
                yield return progress;
            await Task.Delay(100, context.CancellationToken);
        }
    }

    [EventStream("/batch", HttpMethod = "POST")]
    public static async IAsyncEnumerable<Progress> Batch(Guid[] ids, IJobStore jobs, [EnumeratorCancellation] CancellationToken ct)
    {
        using var gate = new SemaphoreSlim(4);
        var tasks = ids.Select(async id =>
        {
            await gate.WaitAsync(ct);
            try { return await jobs.GetAsync(id, ct); }
            finally { gate.Release(); }
        }).ToList();
        await foreach (var task in Task.WhenEach(tasks).WithCancellation(ct))
            yield return await task;
    }

    [EventStream("/batch/parallel", HttpMethod = "POST")]
    public static async Task BatchParallel(Guid[] ids, IJobStore jobs, EventStreamWriter<Progress> stream, CancellationToken ct) =>
        await Parallel.ForEachAsync(ids, ct, async (id, token) => await stream.WriteAsync(await jobs.GetAsync(id, token), token));

    [EventStream("/steps")]
    public static async IAsyncEnumerable<string> Steps(EventStreamContext context)
    {
        string[] steps = ["fetch", "build", "test"];
        foreach (var (index, step) in steps.Index())
        {
            yield return $"{index + 1}/{steps.Length} {step}";
            await RunStepAsync(step);
        }

        async ValueTask RunStepAsync(string step)
        {
            await Task.Delay(step.Length * 100); // SSE104
        }
    }

    [EventStream("/steps/recovered")]
    public static async Task Recovered(EventStreamWriter<int> stream, IJobStore jobs, Guid id, CancellationToken ct)
    {
        var failures = 0;
        for (; ; )
        {
            try
            {
                var progress = await jobs.GetAsync(id, ct);
                await stream.WriteAsync(progress.Percent, ct);
                failures = 0;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception) when (++failures < 5)
            {
                await Task.Delay(failures * 100, ct);
            }
        }
    }
}
