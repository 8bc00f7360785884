using SseGen.Streaming;
using SseGen.TestKit;

namespace SseGen.Tests.Streaming;

public sealed class StreamSignalTests
{
    [Fact]
    public async Task What_is_raised_before_the_wait_is_kept()
    {
        var signal = new StreamSignal();
        signal.Raise(StreamSignals.HeartbeatDue);
        signal.Raise(StreamSignals.Ending);

        Assert.Equal(StreamSignals.HeartbeatDue | StreamSignals.Ending, await signal.WaitAsync());
        Assert.False(signal.WaitAsync().AsTask().IsCompleted);
    }

    [Fact]
    public async Task A_wait_takes_the_signal_that_ends_it()
    {
        var signal = new StreamSignal();
        var wait = signal.WaitAsync().AsTask();
        Assert.False(wait.IsCompleted);

        signal.Raise(StreamSignals.SourceReturned);

        Assert.Equal(StreamSignals.SourceReturned, await wait);
        Assert.False(signal.WaitAsync().AsTask().IsCompleted);
    }

    [Fact]
    public async Task The_sources_own_thread_goes_on_with_the_pump_and_the_timers_does_not()
    {
        var signal = new StreamSignal();
        var resumedOn = new TaskCompletionSource<int>();
        var pump = ResumeAsync();
        signal.Raise(StreamSignals.SourceReturned);
        Assert.True(pump.IsCompleted);
        Assert.Equal(Environment.CurrentManagedThreadId, await resumedOn.Task);

        resumedOn = new TaskCompletionSource<int>();
        using var held = new ManualResetEventSlim();
        pump = ResumeAsync(held);
        signal.Raise(StreamSignals.HeartbeatDue); // would never return if the pump ran in it
        held.Set();
        await pump.Within();

        async Task ResumeAsync(ManualResetEventSlim? gate = null)
        {
            await signal.WaitAsync();
            gate?.Wait(TestContext.Current.CancellationToken);
            resumedOn.SetResult(Environment.CurrentManagedThreadId);
        }
    }

    [Fact]
    public async Task No_signal_is_lost_and_none_is_doubled_however_many_raise_at_once()
    {
        const int Rounds = 20_000;
        var signal = new StreamSignal();
        var seen = new Dictionary<StreamSignals, int>();
        StreamSignals[] all = [StreamSignals.SourceReturned, StreamSignals.HeartbeatDue, StreamSignals.Alarm];
        var acknowledged = all.ToDictionary(one => one, _ => new SemaphoreSlim(1));

        // Each raises again only when its last signal has come through: exactly so many must arrive.
        var raisers = all.Select(one => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await acknowledged[one].WaitAsync();
                signal.Raise(one);
            }
        }, TestContext.Current.CancellationToken)).ToList();

        while (seen.Values.Sum() < Rounds * all.Length)
        {
            var signals = await signal.WaitAsync().AsTask().Within();
            Assert.NotEqual(StreamSignals.None, signals);
            foreach (var one in all.Where(one => signals.HasFlag(one)))
            {
                seen[one] = seen.GetValueOrDefault(one) + 1;
                acknowledged[one].Release();
            }
        }

        await Task.WhenAll(raisers).Within();
        Assert.All(all, one => Assert.Equal(Rounds, seen[one]));
        Assert.False(signal.WaitAsync().AsTask().IsCompleted);
    }
}
