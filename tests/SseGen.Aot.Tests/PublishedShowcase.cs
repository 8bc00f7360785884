using SseGen.TestKit;

[assembly: AssemblyFixture(typeof(SseGen.Aot.Tests.PublishedShowcase))]

namespace SseGen.Aot.Tests;

/// <summary>
/// The Showcase as a native binary, published once for all tests. It is built anew in a folder of its own: the warnings of every step
/// are seen, and other builds, which use the repository's bin and obj, are left alone.
/// </summary>
public sealed class PublishedShowcase : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ssegen-aot-").FullName;

    /// <summary>What <c>dotnet publish</c> printed.</summary>
    public string PublishOutput { get; private set; } = "";

    /// <summary>The folder with nothing but what was published.</summary>
    public string Folder => Path.Combine(_folder, "published");

    /// <summary>Starts the binary.</summary>
    public Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(Path.Combine(Folder, "Showcase"), []);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => PublishOutput = await DotnetCli.RunAsync(
        Repository.Root,
        "publish",
        Repository.PathOf("samples", "Showcase"),
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
        return ValueTask.CompletedTask;
    }
}
