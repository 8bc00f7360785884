using System.Diagnostics;
using System.Globalization;

namespace SseGen.Benchmarks.Formatting;

/// <summary>
/// Measures all cases in this process with a loop of its own, because BenchmarkDotNet cannot run in a NativeAOT binary: time and
/// allocated bytes for each event. One call is one round; the caller asks for several and interleaves them.
/// </summary>
public static class FormatRun
{
    private const int Batch = 64;

    /// <summary>Prints a line for each case: payload, subject, nanoseconds and allocated bytes for each event.</summary>
    public static void Print(TimeSpan perCase)
    {
        foreach (var one in FormatCases.All)
        {
            var (nanoseconds, bytes) = Measure(one, perCase);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{one.Payload} {one.Subject} {nanoseconds:F2} {bytes:F2}"));
        }
    }

    /// <summary>Runs <paramref name="one"/> for a while to warm it up, and then for <paramref name="duration"/>.</summary>
    public static (double Nanoseconds, double AllocatedBytes) Measure(FormatCase one, TimeSpan duration)
    {
        RunFor(one, duration / 2);
        return RunFor(one, duration);
    }

    private static (double Nanoseconds, double AllocatedBytes) RunFor(FormatCase one, TimeSpan duration)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var events = 0L;
        TimeSpan elapsed;
        do
        {
            one.Run(Batch);
            events += Batch;
            elapsed = Stopwatch.GetElapsedTime(started);
        }
        while (elapsed < duration);

        return (elapsed.TotalNanoseconds / events, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / events);
    }
}
