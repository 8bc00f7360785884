using System.Diagnostics;

namespace SseGen.Benchmarks.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>The lines that it prints.</summary>
    /// <exception cref="InvalidOperationException">It fails; the message has what it printed.</exception>
    public static async Task<string[]> OutputAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} does not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new InvalidOperationException($"{program} {string.Join(' ', process.StartInfo.ArgumentList)} failed:\n{output}");
    }
}
