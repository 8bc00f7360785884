using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SseGen.TestKit;

/// <summary>
/// An application on a real Kestrel: one port that speaks HTTP/1.1, one that speaks HTTP/2 without TLS (h2c), chosen by the operating
/// system. Disposing stops it, within bounds.
/// </summary>
public sealed class LiveServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<HttpClient> _clients = [];

    private LiveServer(WebApplication app, CapturedLogs logs)
    {
        _app = app;
        Logs = logs;
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Http1Address = new Uri(addresses.First());
        Http2Address = new Uri(addresses.Last());
    }

    /// <summary>Where the server speaks HTTP/1.1.</summary>
    public Uri Http1Address { get; }

    /// <summary>Where it speaks h2c.</summary>
    public Uri Http2Address { get; }

    /// <summary>All that the application logged.</summary>
    public CapturedLogs Logs { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The moments of the application's life.</summary>
    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    /// <summary>Builds, maps and starts an application.</summary>
    /// <param name="services">What the application registers, <c>AddEventStreams()</c> included.</param>
    /// <param name="map">The application's pipeline, <c>MapEventStreams()</c> included.</param>
    /// <param name="port">Where to speak HTTP/1.1, for one that takes another's place; 0 lets the operating system choose.</param>
    public static async Task<LiveServer> StartAsync(Action<WebApplicationBuilder> services, Action<WebApplication> map, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var logs = new CapturedLogs();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        services(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync().Within("the server's start").ConfigureAwait(false);
        return new LiveServer(app, logs);
    }

    /// <summary>A client of HTTP/1.1 or of h2c; it never falls back to the other.</summary>
    /// <param name="version"><c>1.1</c> or <c>2.0</c>.</param>
    public HttpClient Client(string version = "1.1")
    {
        var http2 = Version.Parse(version) == HttpVersion.Version20;
        // No idle time-outs and no pooling between tests: each client has its connections to itself.
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
        {
            BaseAddress = http2 ? Http2Address : Http1Address,
            DefaultRequestVersion = http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Bounded.Patience,
        };
        _clients.Add(client);
        return client;
    }

    /// <summary>Opens an event stream.</summary>
    public Task<SseReader> OpenAsync(string uri, string version = "1.1", string? lastEventId = null) =>
        SseReader.OpenAsync(Client(version), uri, lastEventId);

    /// <summary>Opens a bare connection, for tests that look at chunks or go away rudely.</summary>
    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(Http1Address);

    /// <summary>Stops the host as SIGTERM does, and waits until it has stopped.</summary>
    public Task StopAsync() => _app.StopAsync().Within("the server's stop");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
