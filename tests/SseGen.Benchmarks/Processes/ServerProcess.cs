using System.Diagnostics;
using System.Globalization;
using SseGen.Benchmarks.Hosting;

namespace SseGen.Benchmarks.Processes;

/// <summary>One of the .NET servers. It ends with its standard input, so that it cannot outlive this program, however that ends.</summary>
internal sealed class ServerProcess : IServer
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts <paramref name="program"/>, a <c>.dll</c> for <c>dotnet</c> or a binary, and waits until it accepts requests.</summary>
    public static async Task<ServerProcess> StartAsync(string program, params IEnumerable<string> arguments)
    {
        var isManaged = program.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isManaged ? "dotnet" : program, isManaged ? [program, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        try
        {
            using var timeout = new CancellationTokenSource(s_startTimeout);
            while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                if (line.StartsWith(ServerHost.ReadyPrefix, StringComparison.Ordinal))
                {
                    return new ServerProcess(process, int.Parse(line.AsSpan(ServerHost.ReadyPrefix.Length), CultureInfo.InvariantCulture));
                }
            }

            throw new InvalidOperationException($"{program} ended before it was ready.");
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public bool HasExited => _process.HasExited;

    public async ValueTask DisposeAsync()
    {
        // A server that still has streams open may take its whole shutdown timeout; nothing is measured any more, so it need not.
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
