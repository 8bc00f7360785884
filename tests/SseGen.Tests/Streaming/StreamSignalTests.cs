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

    [Fact]
    public async Task A_wait_goes_on_as_long_as_the_stepper_can_do_all_there_is_to_do()
    {
        var signal = new StreamSignal();
        var stepper = new Stepper(_ => true);
        var wait = signal.WaitAsync(stepper).AsTask();
        signal.Raise(StreamSignals.SourceReturned);
        signal.Raise(StreamSignals.SourceReturned);
        Assert.False(wait.IsCompleted);
        Assert.Equal([StreamSignals.SourceReturned, StreamSignals.SourceReturned], stepper.Seen);

        stepper.Next = _ => false;
        signal.Raise(StreamSignals.SourceReturned);
        Assert.Equal(StreamSignals.None, await wait);
        Assert.False(signal.WaitAsync(stepper).AsTask().IsCompleted);
    }

    [Fact]
    public async Task What_a_timer_raises_ends_the_wait_and_is_no_step()
    {
        var signal = new StreamSignal();
        var stepper = new Stepper(_ => true);
        var wait = signal.WaitAsync(stepper).AsTask();

        signal.Raise(StreamSignals.HeartbeatDue);

        Assert.Equal(StreamSignals.HeartbeatDue, await wait);
        Assert.Empty(stepper.Seen);
    }

    [Fact]
    public async Task What_is_raised_in_a_step_is_the_next_step()
    {
        var signal = new StreamSignal();
        var stepper = new Stepper(_ => true);
        stepper.Next = seen =>
        {
            if (seen == StreamSignals.SourceReturned)
            {
                signal.Raise(StreamSignals.HeartbeatDue);
                signal.Raise(StreamSignals.Alarm);
            }

            return true;
        };
        var wait = signal.WaitAsync(stepper).AsTask();
        signal.Raise(StreamSignals.SourceReturned);
        Assert.Equal([StreamSignals.SourceReturned, StreamSignals.HeartbeatDue | StreamSignals.Alarm], stepper.Seen);
        Assert.False(wait.IsCompleted);

        // One that is raised in a last step is for the next wait.
        stepper.Next = _ =>
        {
            signal.Raise(StreamSignals.Ending);
            return false;
        };
        signal.Raise(StreamSignals.SourceReturned);
        Assert.Equal(StreamSignals.None, await wait);
        Assert.Equal(StreamSignals.Ending, await signal.WaitAsync(stepper));
    }

    [Fact]
    public async Task What_a_step_throws_comes_out_of_the_wait_and_not_out_of_who_has_raised_the_signal()
    {
        var signal = new StreamSignal();
        var wait = signal.WaitAsync(new Stepper(_ => throw new InvalidOperationException("in a step"))).AsTask();

        signal.Raise(StreamSignals.SourceReturned);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => wait.Within());
        Assert.Equal("in a step", thrown.Message);
        Assert.False(signal.WaitAsync().AsTask().IsCompleted);
    }

    [Fact]
    public async Task No_signal_is_lost_in_steps_however_many_raise_at_once()
    {
        const int Rounds = 20_000;
        var signal = new StreamSignal();
        StreamSignals[] all = [StreamSignals.SourceReturned, StreamSignals.HeartbeatDue, StreamSignals.Alarm];
        var acknowledged = all.ToDictionary(one => one, _ => new SemaphoreSlim(1));
        var seen = new Dictionary<StreamSignals, int>();
        var random = new Random(1);
        var stepper = new Stepper(signals =>
        {
            Acknowledge(signals);
            return random.Next(4) != 0;
        });
        var raisers = all.Select(one => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                await acknowledged[one].WaitAsync();
                signal.Raise(one);
            }
        }, TestContext.Current.CancellationToken)).ToList();

        var raised = Task.WhenAll(raisers);
        var wait = signal.WaitAsync(stepper).AsTask();
        while (await Task.WhenAny(wait, raised).Within() == wait)
        {
            // Steps and this loop take turns, and so need no lock for what they count.
            Acknowledge(await wait);
            wait = signal.WaitAsync(stepper).AsTask();
        }

        await SettleAsync();
        Assert.All(all, one => Assert.Equal(Rounds, seen[one]));

        void Acknowledge(StreamSignals signals)
        {
            foreach (var one in all.Where(one => signals.HasFlag(one)))
            {
                seen[one] = seen.GetValueOrDefault(one) + 1;
                acknowledged[one].Release();
            }
        }

        // The last signal of each raiser may still be on its way through a wait.
        async Task SettleAsync()
        {
            foreach (var one in all)
            {
                while (!acknowledged[one].Wait(0, TestContext.Current.CancellationToken))
                {
                    Acknowledge(await wait.Within());
                    wait = signal.WaitAsync(stepper).AsTask();
                }
            }
        }
    }

    private sealed class Stepper(Func<StreamSignals, bool> next) : IStreamStepper
    {
        public Func<StreamSignals, bool> Next { get; set; } = next;

        public List<StreamSignals> Seen { get; } = [];

        public bool TryStep(StreamSignals signals)
        {
            Seen.Add(signals);
            return Next(signals);
        }
    }
}
