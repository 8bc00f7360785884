using System.Threading.Tasks.Sources;
using SseGen.TestKit;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>An event costs no allocation beyond what its handler makes, and no memory once it is sent.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    [Fact]
    public async Task Events_that_are_ready_allocate_nothing()
    {
        const int Events = 200_000;
        var allocated = 0L;
        await using var app = await StreamApp.StartAsync(Burst, new("/stream") { SendTimeoutSeconds = 0 });
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream", "Connection: close");
        await connection.ReadHeadAsync();

        await connection.SkipToEndAsync();

        // Now and then the server itself needs something for a flush; one object an event would be twenty-four bytes and more.
        Assert.InRange(allocated / (double)Events, 0, 8);

        async IAsyncEnumerable<Item> Burst(EventStreamContext context)
        {
            Item item = "nothing new";
            for (var i = 0; i < Events / 10; i++)
            {
                yield return item; // warms up
            }

            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Events; i++)
            {
                yield return item;
            }

            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            await Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Events_that_are_waited_for_allocate_nothing_either()
    {
        const int Events = 2_000;
        const int Rounds = 10;
        var source = new ManualSource();
        await using var app = await StreamApp.StartAsync(_ => source, new("/stream") { SendTimeoutSeconds = 0 });
        await using var connection = await app.Server.ConnectAsync();
        await connection.GetAsync("/stream", "Connection: close");
        source.Next("first");
        await connection.ReadHeadAsync();

        // The pump goes on in the call that hands it the item, so this thread's figure is the whole cost, and nobody else's. When the
        // server's sending thread has to wait for a processor, the pipe grows by blocks that it then keeps: what an event costs by itself is
        // in every round.
        Item item = "nothing new";
        var allocated = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Events; i++)
            {
                source.Next(item);
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        source.End();
        await connection.SkipToEndAsync();

        // Each is sent by itself, which costs the server now and then what a burst does not; still less than one object an event.
        Assert.InRange(allocated / (double)Events, 0, 16);
    }

    /// <summary>A sequence that itself allocates nothing, and knows when it is asked for the next item.</summary>
    private sealed class ManualSource : IAsyncEnumerable<Item>, IAsyncEnumerator<Item>, IValueTaskSource<bool>
    {
        private ManualResetValueTaskSourceCore<bool> _next;
        private bool _asked;

        public Item Current { get; private set; } = "";

        public IAsyncEnumerator<Item> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            _next.Reset();
            var next = new ValueTask<bool>(this, _next.Version);
            Volatile.Write(ref _asked, true);
            return next;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public void Next(Item item)
        {
            SpinUntilAsked();
            Current = item;
            Answer(true);
        }

        public void End()
        {
            SpinUntilAsked();
            Answer(false);
        }

        bool IValueTaskSource<bool>.GetResult(short token) => _next.GetResult(token);

        ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _next.GetStatus(token);

        void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            => _next.OnCompleted(continuation, state, token, flags);

        private void SpinUntilAsked()
        {
            var start = Environment.TickCount64;
            var spin = new SpinWait();
            while (!Volatile.Read(ref _asked))
            {
                Assert.True(Environment.TickCount64 - start < Bounded.Patience.TotalMilliseconds);
                spin.SpinOnce();
            }
        }

        private void Answer(bool next)
        {
            _asked = false;
            _next.SetResult(next);
        }
    }
}
