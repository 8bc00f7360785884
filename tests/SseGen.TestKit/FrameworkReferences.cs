using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SseGen.TestKit;

/// <summary>What every test source is compiled against: .NET and ASP.NET Core, as the SDK's reference packs, and SseGen itself.</summary>
public static class FrameworkReferences
{
    /// <summary>.NET and ASP.NET Core.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = Read();

    /// <summary>The library of this repository.</summary>
    public static MetadataReference Library { get; } =
        MetadataReference.CreateFromFile(typeof(EventStreamAttribute).Assembly.Location);

    /// <summary>All of them.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, Library];

    private static ImmutableArray<MetadataReference> Read()
    {
        using var list = typeof(FrameworkReferences).Assembly.GetManifestResourceStream("framework-references.txt")
            ?? throw new InvalidOperationException("The build did not list the framework's reference assemblies.");
        using var reader = new StreamReader(list);
        return
        [
            .. reader.ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
