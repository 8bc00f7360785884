using System.Text.RegularExpressions;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>
/// An application of this repository as a native binary. It is built anew in a folder of its own: the warnings of every step are seen,
/// and other builds, which use the repository's bin and obj, are left alone.
/// </summary>
/// <param name="binary">The binary's name.</param>
/// <param name="project">The way from the repository's top folder to the project.</param>
public abstract partial class PublishedApplication(string binary, params string[] project) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ssegen-aot-").FullName;

    /// <summary>What <c>dotnet publish</c> printed.</summary>
    public string PublishOutput { get; private set; } = "";

    /// <summary>The lines of it that warn.</summary>
    public IEnumerable<string> Warnings => PublishOutput.Split('\n').Where(static line => Warning().IsMatch(line));

    /// <summary>The folder with nothing but what was published.</summary>
    public string Folder => Path.Combine(_folder, "published");

    /// <summary>Starts the binary.</summary>
    public Task<ServerProcess> StartAsync(params string[] arguments) => ServerProcess.StartAsync(Path.Combine(Folder, binary), arguments);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => PublishOutput = await DotnetCli.RunAsync(
        Repository.Root,
        "publish",
        Repository.PathOf(project),
        "--configuration",
        "Release",
        "--use-current-runtime",
        "--output",
        Folder,
        "--artifacts-path",
        Path.Combine(_folder, "artifacts"),
        "--nologo",
        "-p:PublishAot=true",
        "-p:TrimmerSingleWarn=false");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The compiler's, the trimmer's, the native compiler's and MSBuild's: "warning IL3050:", "warn : …".</summary>
    [GeneratedRegex(@"\bwarn(ing)?\b(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
