using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Payloads;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>nginx with the nchan module (Debian: <c>libnginx-mod-nchan</c>), one worker. Events are posted to it from here.</summary>
internal sealed class NchanServer : IFanoutServer, IBroadcast
{
    private const string Nginx = "/usr/sbin/nginx", Module = "/usr/lib/nginx/modules/ngx_nchan_module.so";

    private readonly Process _master;
    private readonly string _directory;
    private readonly HttpClient _client;

    private NchanServer(Process master, int port, string directory)
    {
        _master = master;
        _directory = directory;
        Port = port;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public static bool IsInstalled => File.Exists(Nginx) && File.Exists(Module);

    public int Port { get; }

    /// <summary>The worker, the master's only child.</summary>
    public int ProcessId { get; private set; }

    public static async Task<NchanServer> StartAsync()
    {
        var port = FreePort();
        var directory = Directory.CreateTempSubdirectory("nchan").FullName;
        var configuration = Path.Combine(directory, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(port, directory));
        var start = new ProcessStartInfo(Nginx, ["-c", configuration, "-p", directory, "-e", Path.Combine(directory, "error.log")]);
        var server = new NchanServer(Process.Start(start) ?? throw new InvalidOperationException("nginx does not start."), port, directory);
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<long> PublishAsync(int rate, double seconds) =>
        (await Publisher.RunAsync(this, rate, seconds, CancellationToken.None)).Published;

    public async ValueTask PublishAsync(Tick tick, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(tick, BenchmarkJsonContext.Default.Tick));
        using var response = await _client.PostAsync("/publish", content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (!_master.HasExited)
        {
            Signals.SendTerminate(_master.Id);
        }

        await _master.WaitForExitAsync();
        _master.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static string Configuration(int port, string directory) => $$"""
        load_module {{Module}};
        daemon off;
        user root;
        worker_processes 1;
        worker_rlimit_nofile 20000;
        pid {{directory}}/nginx.pid;
        events { worker_connections 19000; }
        http {
          access_log off;
          client_body_temp_path {{directory}}/body;
          nchan_max_reserved_memory 128M;
          server {
            listen 127.0.0.1:{{port}};
            location /fanout { nchan_subscriber eventsource; nchan_channel_id ticks; nchan_subscriber_first_message newest; }
            location /publish { nchan_publisher; nchan_channel_id ticks; nchan_message_buffer_length 4096; }
          }
        }
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            try
            {
                await PublishAsync(Samples.Tick, timeout.Token);
                break;
            }
            catch (HttpRequestException) when (!timeout.IsCancellationRequested && !_master.HasExited)
            {
                await Task.Delay(20, timeout.Token);
            }
        }

        var children = await File.ReadAllTextAsync($"/proc/{_master.Id}/task/{_master.Id}/children", timeout.Token);
        ProcessId = int.Parse(children.Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
