using SseGen.TestKit;
using SseGen.Topics;

namespace SseGen.Tests.Topics;

public sealed class WaiterListTests
{
    [Fact]
    public async Task Who_waits_is_woken_once_and_who_has_left_is_not()
    {
        var list = new WaiterList();
        List<Waiter> waiters = [.. Enumerable.Range(0, 100).Select(_ => new Waiter())];
        waiters.ForEach(list.Add);
        var left = waiters.Where((_, i) => i % 3 != 0).ToList();
        left.ForEach(list.Remove);
        left.ForEach(list.Remove);
        var last = new Waiter();
        list.Add(last);
        foreach (var waiter in waiters.Append(last))
        {
            waiter.Begin();
        }

        list.Wake();
        await last.WokenAsync();
        await WakeAgainAsync();

        Assert.All(left, waiter => Assert.Equal(0, waiter.Completions));
        Assert.All(waiters.Except(left), waiter => Assert.Equal(1, waiter.Completions));

        // The last one's place is behind all others: once it is woken, the round is over for them.
        async Task WakeAgainAsync()
        {
            last.Begin();
            list.Wake();
            await last.WokenAsync();
        }
    }

    [Fact]
    public async Task Nobody_misses_what_is_published_however_many_come_and_go_meanwhile()
    {
        const int Events = 5_000, Readers = 8;
        var list = new WaiterList();
        var end = 0;
        var caughtUp = new int[Readers];
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(reader))).ToList();
        for (var i = 0; i < Events; i++)
        {
            Interlocked.Increment(ref end);
            list.Wake();
            if (i % 3 == 0)
            {
                // Nobody else wakes them: whom a round has missed would wait for ever.
                await EverybodyHasCaughtUpAsync();
            }
        }

        await Task.WhenAll(readers).Within();

        async Task EverybodyHasCaughtUpAsync()
        {
            var deadline = DateTime.UtcNow.AddSeconds(30);
            while (caughtUp.Any(cursor => cursor < end))
            {
                Assert.True(DateTime.UtcNow < deadline, "Somebody was not woken.");
                await Task.Yield();
            }
        }

        // As a subscriber does it: says that it waits, looks once more, and has itself woken if there is something after all.
        async Task ReadAsync(int reader)
        {
            var random = new Random(reader);
            var waiter = new Waiter();
            list.Add(waiter);
            for (var cursor = 0; cursor < Events; cursor = Volatile.Read(ref end))
            {
                Volatile.Write(ref caughtUp[reader], cursor);
                if (random.Next(50) == 0)
                {
                    list.Remove(waiter);
                    waiter = new Waiter();
                    list.Add(waiter);
                }

                waiter.Begin();
                if (cursor < Volatile.Read(ref end))
                {
                    list.Wake();
                }

                await waiter.WokenAsync();
            }

            Volatile.Write(ref caughtUp[reader], Events);
            list.Remove(waiter);
        }
    }

    private sealed class Waiter : TopicWaiter
    {
        private TaskCompletionSource _woken = new();

        public int Completions { get; private set; }

        public override void Begin()
        {
            _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            base.Begin();
        }

        public Task WokenAsync() => _woken.Task.Within("the waiter to be woken");

        protected override void OnCompleted()
        {
            Completions++;
            _woken.SetResult();
        }
    }
}
