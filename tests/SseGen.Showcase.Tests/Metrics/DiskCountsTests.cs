using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class DiskCountsTests
{
    [Fact]
    public void Bytes_are_counted_in_sectors_of_512()
    {
        var disk = Assert.Single(DiskCounts.Parse(" 254       0 vda 34956 7888 2506570 18763 27997 16775 7718360 26115 0 14352 45796 8479 66 706392 744 3889 173\n"u8));

        Assert.Equal(new DiskCounts("vda", 2506570L * 512, 7718360L * 512, Operations: 34956 + 27997, BusyMilliseconds: 14352), disk);
    }

    [Fact]
    public void What_would_be_counted_twice_is_left_out()
    {
        var disks = DiskCounts.Parse("""
               7       0 loop0 1 0 1 0 0 0 0 0 0 0 0
               8       0 sda 100 0 1000 0 50 0 500 0 0 10 0
               8       1 sda1 90 0 900 0 50 0 500 0 0 10 0
               8      16 sdaa 5 0 50 0 0 0 0 0 0 0 0
             259       0 nvme0n1 7 0 70 0 0 0 0 0 0 0 0
             259       1 nvme0n1p1 7 0 70 0 0 0 0 0 0 0 0
             259       2 nvme0n12 3 0 30 0 0 0 0 0 0 0 0
             253       0 dm-0 90 0 900 0 50 0 500 0 0 10 0
             253       0 zram0 1 0 1 0 0 0 0 0 0 0 0
               9       0 md127 1 0 1 0 0 0 0 0 0 0 0
              11       0 sr0 1 0 1 0 0 0 0 0 0 0 0
            """u8);

        Assert.Equal(["sda", "sdaa", "nvme0n1", "nvme0n12"], disks.Select(disk => disk.Name));
    }

    [Fact]
    public void Old_kernels_with_fewer_columns_are_read() =>
        Assert.Equal([new DiskCounts("hda", 512, 0, 1, 0)], DiskCounts.Parse("3 0 hda 1 0 1 0\n"u8));
}
