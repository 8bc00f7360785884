using System.Text;

namespace Showcase.Metrics;

/// <summary>What has been read from and written to one disk since the machine started.</summary>
internal readonly record struct DiskCounts(string Name, long BytesRead, long BytesWritten, long Operations, long BusyMilliseconds)
{
    /// <summary>The unit of <c>/proc/diskstats</c>, whatever the disk's own sector size.</summary>
    private const int SectorSize = 512;

    /// <summary>Reads <c>/proc/diskstats</c>, leaving out what would be counted twice (partitions, mapped and combined devices) and disks in memory.</summary>
    public static List<DiskCounts> Parse(ReadOnlySpan<byte> procDiskStats)
    {
        var disks = new List<DiskCounts>();
        foreach (var range in procDiskStats.Split((byte)'\n'))
        {
            var fields = new FieldReader(procDiskStats[range]);
            fields.Skip(2); // Device numbers.
            var name = Encoding.UTF8.GetString(fields.Next());
            if (name.Length > 0 && !IsVirtual(name) && !disks.Exists(disk => IsPartition(name, disk.Name)))
            {
                disks.Add(Parse(name, ref fields));
            }
        }

        return disks;
    }

    private static DiskCounts Parse(string name, ref FieldReader fields)
    {
        var reads = fields.NextNumber();
        fields.Skip(1);
        var sectorsRead = fields.NextNumber();
        fields.Skip(1);
        var writes = fields.NextNumber();
        fields.Skip(1);
        var sectorsWritten = fields.NextNumber();
        fields.Skip(2);
        return new DiskCounts(name, sectorsRead * SectorSize, sectorsWritten * SectorSize, reads + writes, fields.NextNumber());
    }

    private static bool IsVirtual(string name) =>
        name.StartsWith("loop", StringComparison.Ordinal)
        || name.StartsWith("ram", StringComparison.Ordinal)
        || name.StartsWith("zram", StringComparison.Ordinal)
        || name.StartsWith("dm-", StringComparison.Ordinal)
        || name.StartsWith("md", StringComparison.Ordinal)
        || name.StartsWith("sr", StringComparison.Ordinal);

    /// <summary>The kernel names partitions after their disk, with a <c>p</c> between when the disk's name ends in a digit: sda1, nvme0n1p1.</summary>
    private static bool IsPartition(string name, string disk)
    {
        if (!name.StartsWith(disk, StringComparison.Ordinal) || name.Length == disk.Length)
        {
            return false;
        }

        var number = name.AsSpan(disk.Length);
        if (char.IsAsciiDigit(disk[^1]))
        {
            if (number[0] != 'p')
            {
                return false;
            }

            number = number[1..];
        }

        return number.Length > 0 && !number.ContainsAnyExceptInRange('0', '9');
    }
}
