using System.Diagnostics;
using Xunit;

namespace SseGen.TestKit;

/// <summary>Runs the SDK's commands as a user does, and ends what they start.</summary>
public static class DotnetCli
{
    /// <summary>Publishing with NativeAOT on a busy machine with few cores is the slowest of all.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    /// <summary>The configuration in which the tests were built, for commands that use what is built already.</summary>
    public const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    /// <summary>Runs <c>dotnet</c> and returns what it printed; fails when its exit code is not 0.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await TryRunAsync(folder, arguments).ConfigureAwait(false);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>Runs <c>dotnet</c> and returns its exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> TryRunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No server stays behind, unless who started the tests has one and ends it. The test host's own variables would make a nested
        // build believe that it is part of the outer one.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.TryAdd("UseSharedCompilation", "false");
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.StandardInput.Close();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(s_patience);
        try
        {
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            return (process.ExitCode, string.Concat(await output.ConfigureAwait(false)));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
