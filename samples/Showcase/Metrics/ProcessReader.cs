using System.Buffers.Text;
using System.Runtime;

namespace Showcase.Metrics;

/// <summary>What this process takes of the machine.</summary>
internal sealed class ProcessReader
{
    private readonly ProcFile _status = new("/proc/self/status");
    private Environment.ProcessCpuUsage? _last;

    /// <summary>The process now, and its processor time since the last call.</summary>
    public ProcessSample Read(TimeSpan elapsed)
    {
        var usage = Environment.CpuUsage;
        var last = _last ?? usage;
        _last = usage;
        return new ProcessSample(
            Share(usage.UserTime - last.UserTime, elapsed),
            Share(usage.PrivilegedTime - last.PrivilegedTime, elapsed),
            Environment.WorkingSet,
            _status.TryRead(out var text) ? ParseThreads(text) : null,
            JitInfo.GetCompiledMethodCount());
    }

    /// <summary>Reads the number of threads from <c>/proc/self/status</c>.</summary>
    public static int? ParseThreads(ReadOnlySpan<byte> procStatus)
    {
        foreach (var range in procStatus.Split((byte)'\n'))
        {
            var fields = new FieldReader(procStatus[range]);
            if (fields.Next().SequenceEqual("Threads:"u8))
            {
                return Utf8Parser.TryParse(fields.Next(), out int threads, out _) ? threads : null;
            }
        }

        return null;
    }

    private static double Share(TimeSpan used, TimeSpan elapsed) =>
        elapsed > TimeSpan.Zero ? Round.Percent(Math.Clamp(100 * (used / elapsed) / Environment.ProcessorCount, 0, 100)) : 0;
}
