using System.Buffers.Text;

namespace Showcase.Metrics;

/// <summary>The machine's memory, from <c>/proc/meminfo</c>, or else what the garbage collector knows of it.</summary>
internal sealed class MemoryReader
{
    private readonly ProcFile _memInfo = new("/proc/meminfo");

    /// <summary>The memory now.</summary>
    public MemorySample Read() => _memInfo.TryRead(out var text) ? Parse(text) : AskCollector();

    /// <summary>Reads <c>/proc/meminfo</c>, which counts in units of 1024 bytes.</summary>
    public static MemorySample Parse(ReadOnlySpan<byte> procMemInfo)
    {
        long total = 0, available = 0, cached = 0, reclaimable = 0, swapTotal = 0, swapFree = 0;
        foreach (var range in procMemInfo.Split((byte)'\n'))
        {
            var fields = new FieldReader(procMemInfo[range]);
            var name = fields.Next();
            if (!Utf8Parser.TryParse(fields.Next(), out long kibibytes, out _))
            {
                continue;
            }

            var bytes = kibibytes * 1024;
            if (name.SequenceEqual("MemTotal:"u8)) { total = bytes; }
            else if (name.SequenceEqual("MemAvailable:"u8)) { available = bytes; }
            else if (name.SequenceEqual("Cached:"u8)) { cached = bytes; }
            else if (name.SequenceEqual("SReclaimable:"u8)) { reclaimable = bytes; }
            else if (name.SequenceEqual("SwapTotal:"u8)) { swapTotal = bytes; }
            else if (name.SequenceEqual("SwapFree:"u8)) { swapFree = bytes; }
        }

        return new MemorySample(total, total - available, cached + reclaimable, swapTotal, swapTotal - swapFree);
    }

    /// <summary>Systems without <c>/proc</c>: the collector knows the size, and the load as it was when it last ran.</summary>
    private static MemorySample AskCollector()
    {
        var info = GC.GetGCMemoryInfo();
        return new MemorySample(info.TotalAvailableMemoryBytes, info.MemoryLoadBytes, Cached: null, SwapTotal: null, SwapUsed: null);
    }
}
