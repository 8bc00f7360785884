using System.Runtime.CompilerServices;

namespace SseGen.TestKit;

/// <summary>The folder of this repository, for tests that hold documents and settings to the code.</summary>
public static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file given by its way from the top folder.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "SseGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"No SseGen.sln above {here}.");
    }
}
