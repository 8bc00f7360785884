using System.Globalization;

namespace SseGen.Benchmarks.CommandLine;

/// <summary>How many files, sockets among them, a process may have open: the limit that <c>ulimit -n</c> sets.</summary>
internal static class OpenFileLimit
{
    private const string Name = "Max open files";

    /// <summary>What counts for this process. The runtime has by then raised it as far as it may.</summary>
    public static long Current
    {
        get
        {
            var line = File.ReadLines("/proc/self/limits").First(line => line.StartsWith(Name, StringComparison.Ordinal));
            var limit = line[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            return limit == "unlimited" ? long.MaxValue : long.Parse(limit, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Says so at the start: a suite that finds no descriptor left after an hour has measured for nothing.</summary>
    /// <exception cref="UsageException">The limit is below <paramref name="needed"/>.</exception>
    public static void Require(string suite, int needed)
    {
        if (Current < needed)
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"{suite} needs {needed:#,0} open files, and the limit is {Current:#,0}: raise it with `ulimit -n {needed}`."));
        }
    }
}
