using System.Text.RegularExpressions;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>
/// An application of this repository as a native binary. It is built anew, beside the repository's bin and obj, which other builds use.
/// </summary>
/// <param name="build">Where it is built.</param>
/// <param name="binary">The binary's name.</param>
/// <param name="project">The way from the repository's top folder to the project.</param>
public abstract partial class PublishedApplication(BuildFolder build, string binary, params string[] project) : IAsyncLifetime
{
    /// <summary>Where it was built.</summary>
    public BuildFolder Build => build;

    /// <summary>What <c>dotnet publish</c> printed.</summary>
    public string PublishOutput { get; private set; } = "";

    /// <summary>The lines of it that warn.</summary>
    public IEnumerable<string> Warnings => PublishOutput.Split('\n').Where(static line => Warning().IsMatch(line));

    /// <summary>The folder with nothing but what was published.</summary>
    public string Folder => build.PublishedOf(binary);

    /// <summary>Starts the binary.</summary>
    public Task<ServerProcess> StartAsync(params string[] arguments) => ServerProcess.StartAsync(Path.Combine(Folder, binary), arguments);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => PublishOutput = await build.PublishAsync(Repository.PathOf(project), Folder);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The compiler's, the trimmer's, the native compiler's and MSBuild's: "warning IL3050:", "warn : …".</summary>
    [GeneratedRegex(@"\bwarn(ing)?\b(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
