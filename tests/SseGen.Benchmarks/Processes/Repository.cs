using System.Reflection;

namespace SseGen.Benchmarks.Processes;

/// <summary>Places in the source tree that this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>What is built for the occasion goes here; git ignores it.</summary>
    public static string Scratch => Path.Combine(Root, "artifacts", "benchmarks");

    public static string Documents => Path.Combine(Root, "docs");

    public static string Project(string name) => Path.Combine(Root, "tests", name, name + ".csproj");

    /// <summary>The assembly that the build made of one of the projects beside this one.</summary>
    public static string Output(string project) =>
        Path.Combine(Root, "tests", project, "bin", Metadata("Configuration"), "net10.0", project + ".dll");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
