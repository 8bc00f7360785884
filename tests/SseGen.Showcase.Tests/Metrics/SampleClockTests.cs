using Microsoft.Extensions.Time.Testing;
using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class SampleClockTests
{
    [Fact]
    public void Numbers_are_times()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_795_373_935_776));

        Assert.Equal((1_795_373_935_776, time.GetUtcNow()), new SampleClock(time).Next());
    }

    [Fact]
    public void Numbers_grow_although_the_clock_does_not()
    {
        var time = new FakeTimeProvider();
        var clock = new SampleClock(time);

        var first = clock.Next().Sequence;

        Assert.Equal(first + 1, clock.Next().Sequence);
    }

    [Fact]
    public void Another_run_of_the_program_goes_on_with_higher_numbers()
    {
        var time = new FakeTimeProvider();
        var last = new SampleClock(time).Next().Sequence;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(new SampleClock(time).Next().Sequence > last);
    }
}
