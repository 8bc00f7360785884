using System.Diagnostics;
using System.Globalization;

namespace SseGen.Benchmarks.Processes;

/// <summary>What the operating system says that a process has used.</summary>
internal static class ProcessUsage
{
    /// <summary>Linux counts processor time for <c>/proc</c> in hundredths of a second, whatever its scheduler's clock.</summary>
    private const double TicksPerSecond = 100;

    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestUnrest = TimeSpan.FromSeconds(30);

    /// <summary>User and system time of all threads, in seconds.</summary>
    public static double ProcessorSeconds(int processId)
    {
        var text = File.ReadAllText($"/proc/{processId}/stat");
        // The second field is the program's name in parentheses, and may hold anything; behind it begins the third.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Waits until the process does nothing any more: what it still has to do for one measurement is not the next one's cost.</summary>
    /// <exception cref="TimeoutException">It does not come to rest.</exception>
    public static async Task WaitUntilQuietAsync(int processId)
    {
        var started = Stopwatch.GetTimestamp();
        var before = -1.0;
        for (var used = ProcessorSeconds(processId); used > before; used = ProcessorSeconds(processId))
        {
            if (Stopwatch.GetElapsedTime(started) > s_longestUnrest)
            {
                throw new TimeoutException($"Process {processId} is still busy after {s_longestUnrest.TotalSeconds} s.");
            }

            before = used;
            await Task.Delay(s_quiet);
        }
    }

    /// <summary>Resident memory in bytes.</summary>
    public static long ResidentBytes(int processId)
    {
        var pages = File.ReadAllText($"/proc/{processId}/statm").Split(' ')[1];
        return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }
}
