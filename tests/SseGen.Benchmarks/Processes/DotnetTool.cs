namespace SseGen.Benchmarks.Processes;

/// <summary>Builds what must be built on the spot.</summary>
internal static class DotnetTool
{
    /// <summary>Publishes a project as a NativeAOT binary, and returns the directory it is in.</summary>
    public static async Task<string> PublishAotAsync(string project, string name)
    {
        var output = Path.Combine(Repository.Scratch, "aot", name);
        await Command.OutputAsync("dotnet",
        [
            "publish", project,
            "-c", "Release",
            "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier,
            "-p:PublishAot=true",
            "-o", output,
            "-nologo", "-v", "quiet",
        ]);
        return output;
    }
}
