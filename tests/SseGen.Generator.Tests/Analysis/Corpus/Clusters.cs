using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;

namespace Acme.Clusters;

public sealed record PodEvent(string Type, string Name);
public interface IKubernetes { IAsyncEnumerable<PodEvent> WatchPodsAsync(string space, string? resourceVersion = null, CancellationToken cancellationToken = default); Task<Stream> OpenLogsAsync(string pod, CancellationToken cancellationToken = default); Task<string> VersionAsync(CancellationToken cancellationToken = default); }
public sealed class WatchClosedException : Exception;
public sealed class ClusterEvents { public event Func<PodEvent, Task>? Happened; public Task RaiseAsync(PodEvent pod) => Happened?.Invoke(pod) ?? Task.CompletedTask; }

public sealed class PodEndpoints(IKubernetes kubernetes, ClusterEvents events, ILogger<PodEndpoints> logger)
{
    [EventStream("/pods/{space}")]
    public async IAsyncEnumerable<PodEvent> Pods(string space, EventStreamContext context)
    {
        var token = context.CancellationToken;
        string? version = context.LastEventId;
        while (!token.IsCancellationRequested)
        {
            await using var watch = kubernetes.WatchPodsAsync(space, version, token).GetAsyncEnumerator(token);
            while (true)
            {
                try
                {
                    if (!await watch.MoveNextAsync())
                        break;
                }
                catch (WatchClosedException exception)
                {
                    logger.LogInformation(exception, "The watch of {Space} was closed", space);
                    break;
                }

                version = watch.Current.Name;
                yield return watch.Current;
            }
        }
    }

    [EventStream("/pods/{space}/rewatched")]
    public async IAsyncEnumerable<PodEvent> Rewatched(string space, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await foreach (var pod in kubernetes.WatchPodsAsync(space)) // SSE104
                yield return pod;
        }
    }

    [EventStream("/pods/{space}/swallowed")]
    public async IAsyncEnumerable<PodEvent> Swallowed(string space, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pods = Channel.CreateBounded<PodEvent>(100);
        var watching = WatchAsync();
        await foreach (var pod in pods.Reader.ReadAllAsync(cancellationToken))
            yield return pod;
        await watching;

        async Task WatchAsync()
        {
            while (true)
            {
                try
                {
                    await foreach (var pod in kubernetes.WatchPodsAsync(space, cancellationToken: cancellationToken))
                        await pods.Writer.WriteAsync(pod, cancellationToken);
                }
                catch (OperationCanceledException) // SSE105
                {
                    logger.LogDebug("Again");
                }
            }
        }
    }

    [EventStream("/pods/{space}/ended")]
    public async IAsyncEnumerable<PodEvent> Ended(string space, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pods = Channel.CreateBounded<PodEvent>(100);
        var watching = WatchAsync();
        await foreach (var pod in pods.Reader.ReadAllAsync(cancellationToken))
            yield return pod;
        await watching;

        async Task WatchAsync()
        {
            try
            {
                while (true)
                {
                    await foreach (var pod in kubernetes.WatchPodsAsync(space, cancellationToken: cancellationToken))
                        await pods.Writer.WriteAsync(pod, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                logger.LogDebug("Over");
            }
            finally
            {
                pods.Writer.Complete();
            }
        }
    }

    [EventStream("/logs/{pod}")]
    public async IAsyncEnumerable<string> Logs(string pod, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(await kubernetes.OpenLogsAsync(pod, cancellationToken));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var buffer = read.Buffer;
                while (TryReadLine(ref buffer, out var line))
                    yield return line;
                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                    break;
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    [EventStream("/logs/{pod}/lost")]
    public async IAsyncEnumerable<string> LogsLost(string pod, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(await kubernetes.OpenLogsAsync(pod, cancellationToken));
        while (true)
        {
            var read = await reader.ReadAsync(); // SSE104
            var buffer = read.Buffer;
            while (TryReadLine(ref buffer, out var line))
                yield return line;
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted || read.IsCanceled)
                break;
        }
    }

    [EventStream("/logs/{pod}/pending")]
    public async IAsyncEnumerable<string> LogsPending(string pod, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(await kubernetes.OpenLogsAsync(pod, cancellationToken));
        await using var registration = cancellationToken.Register(static state => ((PipeReader)state!).CancelPendingRead(), reader);
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCanceled || read.IsCompleted)
                yield break;
            yield return Encoding.UTF8.GetString(read.Buffer);
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private static bool TryReadLine(ref ReadOnlySequence<byte> buffer, out string line)
    {
        line = "";
        if (buffer.PositionOf((byte)'\n') is not { } end)
            return false;
        line = Encoding.UTF8.GetString(buffer.Slice(0, end));
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    [EventStream("/pods/events")]
    public async IAsyncEnumerable<PodEvent> Happened([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var inbox = Channel.CreateUnbounded<PodEvent>();
        events.Happened += OnHappened;
        try
        {
            while (await inbox.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (inbox.Reader.TryRead(out var pod))
                    yield return pod;
            }
        }
        finally
        {
            events.Happened -= OnHappened;
        }

        Task OnHappened(PodEvent pod) => inbox.Writer.WriteAsync(pod, cancellationToken).AsTask();
    }

    [EventStream("/pods/events/late")]
    public async IAsyncEnumerable<PodEvent> Late([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var inbox = Channel.CreateUnbounded<PodEvent>();
        Func<PodEvent, Task> handler = async pod => await inbox.Writer.WriteAsync(pod, cancellationToken);
        events.Happened += handler; // SSE108
        await foreach (var pod in inbox.Reader.ReadAllAsync(cancellationToken))
            yield return pod;
        events.Happened -= handler;
    }

    [EventStream("/version")]
    public async IAsyncEnumerable<string> Version([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = "";
        for (; ; )
        {
            var version = await Task.Run(() => kubernetes.VersionAsync(cancellationToken), cancellationToken);
            if (version != last)
                yield return last = version;
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromSeconds(5));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    [EventStream("/version/spinning")]
    public async IAsyncEnumerable<string> Spinning([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = await kubernetes.VersionAsync(cancellationToken);
        yield return last;
        while (true) // SSE103
        {
            await Task.Yield();
            if (last.Length == 0)
                break;
            yield return last;
        }
    }
}
