using SseGen.Benchmarks.Client;
using SseGen.Benchmarks.Processes;

namespace SseGen.Benchmarks.Suites;

/// <summary>Starts the servers that are compared.</summary>
internal static class ServerCatalog
{
    private const string Servers = "SseGen.Benchmarks.Servers";
    private const string FastEndpoints = "SseGen.Benchmarks.FastEndpoints";

    private static readonly Dictionary<string, Task<string>> s_published = [];

    /// <summary>Starts a server by the name it has in results.</summary>
    public static async Task<ServerProcess> StartAsync(string subject, WireProtocol protocol, Compilation compilation)
    {
        var wire = protocol == WireProtocol.Http2 ? "http2" : "http1";
        if (subject == "fastendpoints")
        {
            return await ServerProcess.StartAsync(Repository.Output(FastEndpoints), wire);
        }

        var program = compilation == Compilation.Aot ? await PublishedAsync() : Repository.Output(Servers);
        return await ServerProcess.StartAsync(program, subject, wire);
    }

    /// <summary>The servers as a NativeAOT binary, published once for each run of this program.</summary>
    public static Task<string> PublishedAsync()
    {
        if (!s_published.TryGetValue(Servers, out var published))
        {
            s_published[Servers] = published = PublishAsync();
        }

        return published;

        static async Task<string> PublishAsync() =>
            Path.Combine(await DotnetTool.PublishAotAsync(Repository.Project(Servers), Servers), Servers);
    }
}

/// <summary>How a server was compiled.</summary>
internal enum Compilation
{
    Jit,
    Aot,
}
