using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class CpuTimesTests
{
    /// <summary>Two readings of a machine with two cores, half a second apart, of which the second has guests' time.</summary>
    private static readonly byte[] s_earlier = """
        cpu  17044 0 5673 199861 1067 0 102 78 0 0
        cpu0 7655 0 2502 101555 110 0 12 38 0 0
        cpu1 9389 0 3170 98305 956 0 90 40 0 0
        intr 334833 0 0 0 0 1 14
        ctxt 1016341
        """u8.ToArray();

    private static readonly byte[] s_later = """
        cpu  17084 10 5683 199891 1077 0 102 78 40 10
        cpu0 7695 10 2502 101555 110 0 12 38 40 10
        cpu1 9389 0 3180 98335 966 0 90 40 0 0
        intr 334900 0 0 0 0 1 14
        """u8.ToArray();

    [Fact]
    public void The_machine_and_each_core_are_read()
    {
        var cores = new Dictionary<int, CpuTimes>();

        var machine = CpuTimes.Parse(s_earlier, cores);

        Assert.Equal(new CpuTimes(User: 17044, System: 5673 + 102 + 78, Idle: 199861, Waiting: 1067), machine);
        Assert.Equal([0, 1], cores.Keys);
        Assert.Equal(new CpuTimes(User: 9389, System: 3170 + 90 + 40, Idle: 98305, Waiting: 956), cores[1]);
    }

    [Fact]
    public void Shares_are_of_the_time_between_two_readings()
    {
        var (earlier, later) = (Read(s_earlier), Read(s_later));

        Assert.Equal(60, later.Machine.BusySince(earlier.Machine), tolerance: 1e-9);
        Assert.Equal(50, later.Machine.UserSince(earlier.Machine), tolerance: 1e-9);
        Assert.Equal(10, later.Machine.SystemSince(earlier.Machine), tolerance: 1e-9);
        Assert.Equal(10, later.Machine.WaitingSince(earlier.Machine), tolerance: 1e-9);
        Assert.Equal(100, later.Cores[0].BusySince(earlier.Cores[0]), tolerance: 1e-9);
        Assert.Equal(20, later.Cores[1].BusySince(earlier.Cores[1]), tolerance: 1e-9);
    }

    [Fact]
    public void Two_readings_without_a_tick_between_them_say_idle() => Assert.Equal(0, Read(s_earlier).Machine.BusySince(Read(s_earlier).Machine));

    [Fact]
    public void Columns_that_step_back_do_not_give_a_negative_share()
    {
        var later = new CpuTimes(User: 100, System: 50, Idle: 990, Waiting: 5);

        Assert.InRange(later.WaitingSince(new CpuTimes(User: 90, System: 50, Idle: 950, Waiting: 6)), 0, 100);
    }

    [Fact]
    public void A_core_that_is_offline_is_left_out()
    {
        var cores = new Dictionary<int, CpuTimes>();

        CpuTimes.Parse("cpu  3 0 0 3 0\ncpu0 1 0 0 1 0\ncpu2 2 0 0 2 0\nintr 1\n"u8, cores);

        Assert.Equal([0, 2], cores.Keys);
    }

    [Fact]
    public void The_load_average_is_read() => Assert.Equal([1.03, 0.38, 12.5], CpuReader.ParseLoadAverage("1.03 0.38 12.50 1/90 9656\n"u8));

    private static (CpuTimes Machine, Dictionary<int, CpuTimes> Cores) Read(byte[] procStat)
    {
        var cores = new Dictionary<int, CpuTimes>();
        return (CpuTimes.Parse(procStat, cores), cores);
    }
}
