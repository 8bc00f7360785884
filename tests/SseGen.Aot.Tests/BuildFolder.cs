using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>
/// A folder in which all applications are built: what they share, the generator and the runtime, is built once. One is published at a
/// time, for two builds would write the same files; the native compiler uses every processor anyway.
/// </summary>
public sealed class BuildFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ssegen-aot-").FullName;
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>The folder for what is published of an application.</summary>
    public string PublishedOf(string application) => Path.Combine(_folder, "published", application);

    /// <summary>Publishes a project and returns what the command printed.</summary>
    public async Task<string> PublishAsync(string project, string output)
    {
        await _oneAtATime.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await DotnetCli.RunAsync(
                Repository.Root,
                "publish",
                project,
                "--configuration",
                "Release",
                "--use-current-runtime",
                "--output",
                output,
                "--artifacts-path",
                Path.Combine(_folder, "artifacts"),
                "--nologo",
                "-p:PublishAot=true",
                "-p:TrimmerSingleWarn=false");
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _oneAtATime.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
