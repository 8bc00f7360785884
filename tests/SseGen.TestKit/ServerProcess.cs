using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SseGen.TestKit;

/// <summary>
/// A server that runs as a process of its own, so that it can be stopped as an orchestrator stops it. It listens on the loopback;
/// disposing ends it.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _address;
    private bool _started;

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The server has ended:\n{Output}"));
    }

    /// <summary>Where the server listens.</summary>
    public Uri Address => _address!;

    /// <summary>The server's process id.</summary>
    public int Id => _process.Id;

    /// <summary>All that the server has printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a server and waits until it listens.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, to which <c>--urls</c> is added.</param>
    /// <param name="port">Where to listen; 0 lets the operating system choose.</param>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, int port = 0)
    {
        var server = new ServerProcess(new ProcessStartInfo(program, [.. arguments, "--urls", $"http://127.0.0.1:{port}"])
        {
            // Not the folder that the program is in: it must not depend on where it is started from.
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        try
        {
            server._started = server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            server._address = await server._listening.Task.Within($"{program} to listen").ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A client of this server.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = Address, Timeout = Bounded.Patience };

    /// <summary>Asks the process to end, as <c>kill</c>, systemd and Kubernetes do.</summary>
    public void Terminate()
    {
        if (Kill(_process.Id, SigTerm) != 0)
        {
            throw new InvalidOperationException($"No signal to process {_process.Id}: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Waits until the process has ended, and returns its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().Within("the server's end").ConfigureAwait(false);
        return _process.ExitCode;
    }

    /// <summary>Ends the process on the spot, as a crash does, if it still runs.</summary>
    public async Task KillAsync()
    {
        if (_started && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await ExitAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (ListeningPattern().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex ListeningPattern();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
