using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class ProcessReaderTests
{
    [Fact]
    public void The_number_of_threads_is_read() =>
        Assert.Equal(22, ProcessReader.ParseThreads("Name:\tShowcase\nVmRSS:\t    1732 kB\nThreads:\t22\nSigQ:\t0/96365\n"u8));

    [Fact]
    public void A_system_that_does_not_tell_leaves_it_out() => Assert.Null(ProcessReader.ParseThreads("Name:\tShowcase\n"u8));

    [Fact]
    public void The_first_reading_has_no_share_to_tell_of()
    {
        var process = new ProcessReader().Read(TimeSpan.Zero);

        Assert.Equal((0, 0), (process.User, process.System));
        Assert.True(process.WorkingSet > 1024 * 1024);
    }
}
