using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class CounterTests
{
    private static readonly TimeSpan s_halfASecond = TimeSpan.FromSeconds(0.5);

    [Fact]
    public void The_growth_is_told_per_second()
    {
        var counter = new Counter();
        counter.PerSecond(1000, TimeSpan.Zero);

        Assert.Equal(50, counter.PerSecond(1025, s_halfASecond));
        Assert.Equal(0, counter.PerSecond(1025, s_halfASecond));
    }

    [Fact]
    public void The_first_value_is_no_growth() => Assert.Equal(0, new Counter().PerSecond(1000, s_halfASecond));

    [Fact]
    public void A_count_that_was_reset_is_no_negative_growth()
    {
        var counter = new Counter();
        counter.PerSecond(1000, s_halfASecond);

        Assert.Equal(0, counter.PerSecond(3, s_halfASecond));
        Assert.Equal(4, counter.PerSecond(5, s_halfASecond));
    }
}
