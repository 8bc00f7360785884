using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class MemoryReaderTests
{
    [Fact]
    public void Used_is_what_programs_could_not_have()
    {
        var memory = MemoryReader.Parse("""
            MemTotal:       24684084 kB
            MemFree:        24311296 kB
            MemAvailable:   24305936 kB
            Buffers:            2484 kB
            Cached:           160436 kB
            SwapCached:            8 kB
            SwapTotal:       2097148 kB
            SwapFree:        2097000 kB
            SReclaimable:      10000 kB
            HugePages_Total:       0
            DirectMap4k:      161792 kB
            """u8);

        Assert.Equal(
            new MemorySample(
                Total: 24684084L * 1024, Used: (24684084L - 24305936) * 1024, Cached: (160436L + 10000) * 1024, SwapTotal: 2097148L * 1024, SwapUsed: 148 * 1024),
            memory);
    }
}
