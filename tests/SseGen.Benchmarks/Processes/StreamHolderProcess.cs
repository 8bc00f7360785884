using System.Diagnostics;
using System.Globalization;
using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Processes;

/// <summary>This program once more, as a <see cref="StreamHolder"/>. It ends with its standard input, so that it cannot outlive this one.</summary>
internal sealed class StreamHolderProcess : IAsyncDisposable
{
    /// <summary>A server that is asked for 10,000 streams at once accepts them in a second or two.</summary>
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private StreamHolderProcess(Process process) => _process = process;

    /// <summary>Starts it, and waits until it has asked for all of the streams.</summary>
    public static async Task<StreamHolderProcess> StartAsync(int port, WireProtocol protocol, string path, int streams)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Repository.Output("SseGen.Benchmarks"), StreamHolder.Command, .. StreamHolder.Arguments(port, protocol, path, streams)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var holder = new StreamHolderProcess(Process.Start(start) ?? throw new InvalidOperationException("A client does not start."));
        try
        {
            return await holder.ReadLineAsync() == StreamHolder.Connected
                ? holder
                : throw new InvalidOperationException("A client has not opened its streams.");
        }
        catch
        {
            holder._process.Kill();
            await holder.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many streams have had their headers, and how many have not ended.</summary>
    public async Task<(int Answered, int Open)> CountAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var numbers = (await ReadLineAsync()).Split(' ');
        return (int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Closes the streams.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> ReadLineAsync()
    {
        using var timeout = new CancellationTokenSource(s_timeout);
        return await _process.StandardOutput.ReadLineAsync(timeout.Token) ?? throw new InvalidOperationException("A client ended too soon.");
    }
}
