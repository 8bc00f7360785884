using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;

namespace Acme.Logs;

public sealed record Line(long Offset, string Text);

public sealed class LogTailOptions { public string Root { get; init; } = "/var/log"; public int PollMilliseconds { get; init; } = 200; }

public sealed class LogEndpoints(LogTailOptions options, ILogger<LogEndpoints> logger)
{
    [EventStream("/logs/{name}")]
    public async IAsyncEnumerable<Line> Tail(string name, [LastEventId] string? lastEventId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(Path.Combine(options.Root, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(long.TryParse(lastEventId, out var offset) ? offset : 0, SeekOrigin.Begin);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        while (true)
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                yield return new Line(stream.Position, line);
            await Task.Delay(options.PollMilliseconds, cancellationToken);
        }
    }

    [EventStream("/logs/{name}/lines")]
    public async IAsyncEnumerable<string> Lines(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(Path.Combine(options.Root, name))) // SSE104
        {
            if (line.Length == 0)
                continue;
            yield return line;
        }
    }

    [EventStream("/logs/{name}/follow")]
    public async IAsyncEnumerable<string> Follow(string name, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = File.OpenText(Path.Combine(options.Root, name));
        do // SSE103
        {
            string? line;
            while ((line = reader.ReadLine()) is not null)
                yield return line;
            await Task.Yield();
        }
        while (follow);
    }

    [EventStream("/logs/watch")]
    public async IAsyncEnumerable<string> Watch([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<string>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
        using var watcher = new FileSystemWatcher(options.Root) { IncludeSubdirectories = true };
        watcher.Changed += (_, e) => changes.Writer.TryWrite(e.FullPath);
        watcher.Error += (_, e) => changes.Writer.TryComplete(e.GetException());
        watcher.EnableRaisingEvents = true;
        while (await changes.Reader.WaitToReadAsync(cancellationToken))
        {
            while (changes.Reader.TryRead(out var path))
                yield return path;
        }
    }

    [EventStream("/logs/watch/leaky")]
    public async IAsyncEnumerable<string> WatchLeaky([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateUnbounded<string>();
        var watcher = new FileSystemWatcher(options.Root);
        watcher.Changed += (_, e) => changes.Writer.TryWrite(e.FullPath); // SSE108
        watcher.EnableRaisingEvents = true;
        await foreach (var path in changes.Reader.ReadAllAsync(cancellationToken))
            yield return path;
        watcher.Dispose();
    }

    [EventStream("/logs/{name}/pipe")]
    public async IAsyncEnumerable<int> Pipe(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(File.OpenRead(name));
        try
        {
            while (true)
            {
                var result = await pipe.ReadAsync(cancellationToken);
                yield return (int)result.Buffer.Length;
                pipe.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted)
                    break;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    [EventStream("/logs/errors")]
    public async Task Errors(EventStreamWriter<Line> stream, CancellationToken cancellationToken)
    {
        var number = 0L;
        while (true)
        {
            try
            {
                foreach (var file in Directory.EnumerateFiles(options.Root, "*.err"))
                    await stream.WriteAsync(new Line(number++, file), cancellationToken);
                await Task.Delay(1000, cancellationToken);
            }
            catch (Exception exception) // SSE105
            {
                logger.LogError(exception, "Reading {Root} failed", options.Root);
            }
        }
    }

    [EventStream("/logs/errors/well")]
    public async Task ErrorsWell(EventStreamWriter<Line> stream, CancellationToken cancellationToken)
    {
        var number = 0L;
        while (true)
        {
            try
            {
                foreach (var file in Directory.EnumerateFiles(options.Root, "*.err"))
                    await stream.WriteAsync(new Line(number++, file), cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Reading {Root} failed", options.Root);
            }

            await Task.Delay(1000, cancellationToken);
        }
    }

    [EventStream("/journal")]
    public async IAsyncEnumerable<string> Journal([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("journalctl", "-f") { RedirectStandardOutput = true })!;
        await using var kill = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
            yield return line;
        await process.WaitForExitAsync(cancellationToken);
    }

    [EventStream("/journal/blocking")]
    public async IAsyncEnumerable<string> JournalBlocking([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var process = System.Diagnostics.Process.Start("journalctl", "-f");
        while (!cancellationToken.IsCancellationRequested)
            yield return process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().Result ?? ""; // SSE106
        await process.WaitForExitAsync();
    }
}
