using System.Collections.Concurrent;
using System.Diagnostics;
using SseGen.TestKit;

namespace SseGen.Browser.Tests.EventSources;

/// <summary>The package <c>eventsource</c> for Node.js, in a process of its own.</summary>
internal sealed class NodeClient : EventSourceClient
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private NodeClient(Process process) => _process = process;

    /// <summary>Where package and scripts are; <c>tests/run.sh</c> installs the package.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "SseGen.Browser.Tests", "EventSources", "clients");

    /// <inheritdoc/>
    protected override string Trouble => string.Join('\n', _errors);

    public static NodeClient Open(Uri stream, string[] types)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "eventsource")))
        {
            throw new DirectoryNotFoundException($"The package eventsource is not there. Run `npm ci` in {Folder}, as tests/run.sh does.");
        }

        var start = new ProcessStartInfo("node", [Path.Combine(Folder, "node.mjs"), stream.ToString(), .. types])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var client = new NodeClient(new Process { StartInfo = start });
        client._process.OutputDataReceived += (_, line) => client.Take(line.Data);
        client._process.ErrorDataReceived += (_, line) => client._errors.Enqueue(line.Data ?? "");
        client._process.Start();
        client._process.BeginOutputReadLine();
        client._process.BeginErrorReadLine();
        return client;
    }

    /// <summary>The package departs from the standard here: it resumes from the last id, but tells it only with the event that has it.</summary>
    public override string Remembered(string id) => "";

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        // It may have ended by itself: without a connection there is nothing left for it to do.
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync().Within("the end of node");
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            Report(line);
        }
    }
}
