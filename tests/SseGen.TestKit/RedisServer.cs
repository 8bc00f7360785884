using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SseGen.TestKit;

/// <summary>What a Redis keeps of its data when it is killed.</summary>
public enum RedisPersistence
{
    /// <summary>Nothing: it comes back empty.</summary>
    None,

    /// <summary>What it was told to save (<c>SAVE</c>), and nothing that came later.</summary>
    Snapshot,

    /// <summary>Every write that it has acknowledged.</summary>
    AppendOnly,
}

/// <summary>
/// A <c>redis-server</c> of a test's own, on a free port of the loopback, that can be killed and started again. Disposing ends it. Where the
/// program is missing the test fails.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const int Attempts = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("ssegen-redis-").FullName;
    private readonly RedisPersistence _persistence;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private RedisServer(RedisPersistence persistence) => _persistence = persistence;

    /// <summary>Where it listens; the same port in all its lives.</summary>
    public int Port { get; private set; }

    /// <summary>Where it listens, as StackExchange.Redis reads it.</summary>
    public string Configuration => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <summary>Starts one and waits until it takes connections.</summary>
    public static async Task<RedisServer> StartAsync(RedisPersistence persistence = RedisPersistence.AppendOnly)
    {
        var server = Reserve(persistence);
        try
        {
            for (var attempt = 1; !await server.TryStartAsync().ConfigureAwait(false); attempt++)
            {
                // Somebody was quicker in taking the free port.
                server.Port = FreePort();
                Assert(attempt < Attempts, server);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One that is not there yet, at a port that is free now.</summary>
    public static RedisServer Reserve(RedisPersistence persistence = RedisPersistence.AppendOnly) => new(persistence) { Port = FreePort() };

    /// <summary>Starts it again, or for the first time, with the data that it has kept.</summary>
    public async Task StartAgainAsync() => Assert(await TryStartAsync().ConfigureAwait(false), this);

    /// <summary>Ends it on the spot, as a crash does.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync().Within("the end of redis-server").ConfigureAwait(false);
        }

        process.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    private static void Assert(bool isStarted, RedisServer server)
    {
        if (!isStarted)
        {
            throw new InvalidOperationException($"redis-server has ended:\n{string.Join('\n', server._output)}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> TryStartAsync()
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        process.Exited += (_, _) => ready.TrySetResult(false);
        process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            if (line.Data?.Contains("Ready to accept connections", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult(true);
            }
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need redis-server (apt-get install redis-server).", missing);
        }

        _process = process;
        process.BeginOutputReadLine();
        return await ready.Task.Within("redis-server to be ready").ConfigureAwait(false);
    }

    private ProcessStartInfo StartInfo() => new("redis-server",
    [
        "--port", Port.ToString(CultureInfo.InvariantCulture),
        "--bind", "127.0.0.1",
        "--dir", _folder,
        "--save", "",
        "--appendonly", _persistence == RedisPersistence.AppendOnly ? "yes" : "no",
        // The process is killed and not the machine: what the kernel has got is kept. Only "everysec" holds writes back when the disk is busy.
        "--appendfsync", "no",
        "--dbfilename", "dump.rdb",
        "--daemonize", "no",
    ])
    {
        WorkingDirectory = _folder,
        RedirectStandardOutput = true,
    };
}
