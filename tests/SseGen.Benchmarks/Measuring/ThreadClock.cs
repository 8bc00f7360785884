using System.Runtime.InteropServices;

namespace SseGen.Benchmarks.Measuring;

/// <summary>The processor time of the calling thread: what other programs do meanwhile does not count.</summary>
internal static partial class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static TimeSpan Now
    {
        get
        {
            _ = GetTime(ThreadProcessorTime, out var time);
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1e3);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
