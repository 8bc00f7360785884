using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Hosting;

/// <summary>The host that all measured servers share: a slim builder, one loopback port, one protocol, no logging.</summary>
public static class ServerHost
{
    /// <summary>The line on standard output, followed by the port, that says that requests are accepted.</summary>
    public const string ReadyPrefix = "LISTENING ";

    /// <summary>A builder that differs between the servers in nothing but what they add to it.</summary>
    public static WebApplicationBuilder CreateBuilder(HttpProtocols protocol)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocol);
            kestrel.Limits.MaxConcurrentConnections = null;
        });

        // Thousands connect at once. Whom the queue has no room for comes again a second later, and that second is the kernel's.
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.Backlog = 4096);
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, BenchmarkJsonContext.Default));
        return builder;
    }

    /// <summary>Runs until a signal ends it, or until the process that started it closes standard input: no server outlives its benchmark.</summary>
    public static async Task RunAsync(WebApplication app)
    {
        app.MapGet("/collect", () =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return "ok";
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Console.WriteLine(ReadyPrefix + new Uri(address).Port.ToString(CultureInfo.InvariantCulture));
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            app.Lifetime.StopApplication();
        });
        await app.WaitForShutdownAsync();
    }
}
