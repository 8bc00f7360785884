using System.Diagnostics;

namespace SseGen.Benchmarks.Processes;

/// <summary>Runs <c>dotnet</c> for what must be built on the spot.</summary>
internal static class DotnetTool
{
    /// <summary>Publishes a project as a NativeAOT binary, and returns the directory it is in.</summary>
    public static async Task<string> PublishAotAsync(string project, string name, params IEnumerable<string> properties)
    {
        var output = Path.Combine(Repository.Scratch, "aot", name);
        var runtime = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        await RunAsync(
        [
            "publish", project, "-c", "Release", "-r", runtime, "-p:PublishAot=true", "-p:StripSymbols=true", "-o", output, "-nologo", "-v", "quiet",
            .. properties,
        ]);
        return output;
    }

    private static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet does not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
