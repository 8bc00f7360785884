using System.Buffers.Text;

namespace Showcase.Metrics;

/// <summary>What a processor has spent its time on since the machine started, in ticks, as <c>/proc/stat</c> counts it.</summary>
internal readonly record struct CpuTimes(long User, long System, long Idle, long Waiting)
{
    private long Total => User + System + Idle + Waiting;

    /// <summary>Reads <c>/proc/stat</c>: the whole machine first, then each core that is online.</summary>
    public static CpuTimes Parse(ReadOnlySpan<byte> procStat, Dictionary<int, CpuTimes> cores)
    {
        CpuTimes machine = default;
        cores.Clear();
        foreach (var range in procStat.Split((byte)'\n'))
        {
            var line = procStat[range];
            if (!line.StartsWith("cpu"u8))
            {
                break; // The processors come first.
            }

            var fields = new FieldReader(line);
            var name = fields.Next();
            var times = Parse(ref fields);
            if (Utf8Parser.TryParse(name["cpu".Length..], out int core, out _))
            {
                cores[core] = times;
            }
            else
            {
                machine = times;
            }
        }

        return machine;
    }

    /// <summary>The share of the time since <paramref name="earlier"/> in which the processor had work, in percent.</summary>
    public double BusySince(CpuTimes earlier) => Share(User + System - earlier.User - earlier.System, earlier);

    /// <summary>The share spent in programs, in percent.</summary>
    public double UserSince(CpuTimes earlier) => Share(User - earlier.User, earlier);

    /// <summary>The share spent in the kernel and stolen by the hypervisor, in percent.</summary>
    public double SystemSince(CpuTimes earlier) => Share(System - earlier.System, earlier);

    /// <summary>The share in which the processor was idle although a disk was being waited for, in percent.</summary>
    public double WaitingSince(CpuTimes earlier) => Share(Waiting - earlier.Waiting, earlier);

    private static CpuTimes Parse(ref FieldReader fields)
    {
        long user = fields.NextNumber(), nice = fields.NextNumber(), system = fields.NextNumber(), idle = fields.NextNumber();
        long waiting = fields.NextNumber(), interrupts = fields.NextNumber(), softInterrupts = fields.NextNumber(), stolen = fields.NextNumber();

        // The two columns that follow, guest and guest_nice, are already counted in user and nice.
        return new CpuTimes(user + nice, system + interrupts + softInterrupts + stolen, idle, waiting);
    }

    private double Share(long ticks, CpuTimes earlier)
    {
        // The kernel's idle and waiting columns may step back by a tick between two reads.
        var total = Total - earlier.Total;
        return total <= 0 ? 0 : Math.Clamp(100.0 * ticks / total, 0, 100);
    }
}
