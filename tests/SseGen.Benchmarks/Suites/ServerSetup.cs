using SseGen.Benchmarks.Client;

namespace SseGen.Benchmarks.Suites;

/// <summary>What the servers of a scenario have in common: the protocol that they speak, and how they were compiled.</summary>
internal readonly record struct ServerSetup(WireProtocol Protocol, Compilation Compilation)
{
    /// <summary>As scenarios' names end.</summary>
    public string Title => $"{(Protocol == WireProtocol.Http2 ? "h2c" : "HTTP/1.1")}, {(Compilation == Compilation.Aot ? "AOT" : "JIT")}";

    /// <summary>Those of them that serve streams that say little. FastEndpoints finds its endpoints by reflection, and so has no AOT build.</summary>
    public IReadOnlyList<string> Subjects => Compilation == Compilation.Aot
        ? ["ssegen", "inbox", "copy"]
        : ["ssegen", "inbox", "fastendpoints", "copy"];

    /// <summary>All that a run measures. To publish takes a minute, which a quick run does not have.</summary>
    public static IEnumerable<ServerSetup> All(bool isQuick) =>
        from compilation in isQuick ? [Compilation.Jit] : new[] { Compilation.Jit, Compilation.Aot }
        from protocol in new[] { WireProtocol.Http1, WireProtocol.Http2 }
        select new ServerSetup(protocol, compilation);
}
