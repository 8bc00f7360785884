using System.Globalization;
using System.Net.Http.Json;
using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Payloads;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>A server that can be told to publish.</summary>
internal interface IFanoutServer : IServer
{
    /// <summary>Publishes at a rate, and returns how many events that were.</summary>
    Task<long> PublishAsync(int rate, double seconds);
}

/// <summary>Starts them.</summary>
internal static class FanoutServers
{
    public static async Task<IFanoutServer> StartAsync(string name, FanoutScenario scenario) => name == "nchan"
        ? await NchanServer.StartAsync()
        : new DotnetFanoutServer(await ServerCatalog.StartAsync(name, scenario.Protocol, scenario.Compilation), scenario.Protocol);

    /// <summary>The publisher is inside of the server.</summary>
    private sealed class DotnetFanoutServer(ServerProcess server, WireProtocol protocol) : IFanoutServer
    {
        private readonly HttpClient _client = new()
        {
            BaseAddress = new Uri($"http://127.0.0.1:{server.Port}"),
            DefaultRequestVersion = protocol == WireProtocol.Http2 ? new Version(2, 0) : new Version(1, 1),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        public int Port => server.Port;

        public int ProcessId => server.ProcessId;

        public async Task<long> PublishAsync(int rate, double seconds)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/publish?rate={rate}&seconds={seconds}");
            using var response = await _client.PostAsync(path, content: null);
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<PublishReport>())!.Published;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await server.DisposeAsync();
        }
    }
}
