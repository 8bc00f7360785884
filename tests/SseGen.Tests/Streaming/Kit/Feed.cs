using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SseGen.TestKit;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>A handler that a test drives by hand, and that tells what happens to it.</summary>
internal sealed class Feed
{
    private readonly Channel<Item> _items = Channel.CreateUnbounded<Item>();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _finallyRuns;

    /// <summary>The handler has been called, and waits for its first item.</summary>
    public Task Started => _started.Task.Within("the handler to be called");

    /// <summary>The handler's <c>finally</c> has run.</summary>
    public Task Finished => _finished.Task.Within("the handler's finally");

    public bool HasStarted => _started.Task.IsCompleted;

    public int FinallyRuns => Volatile.Read(ref _finallyRuns);

    /// <summary>The handler's token.</summary>
    public CancellationToken Token { get; private set; }

    public void Send(params ReadOnlySpan<Item> items)
    {
        foreach (var item in items)
        {
            Assert.True(_items.Writer.TryWrite(item));
        }
    }

    /// <summary>The handler returns, or throws, once it has yielded all that was sent.</summary>
    public void End(Exception? error = null) => _items.Writer.Complete(error);

    /// <summary>A handler as it should be.</summary>
    public IAsyncEnumerable<Item> ReadAsync(EventStreamContext context) => ReadAsync(obedient: true, context.CancellationToken);

    /// <summary>A handler that does not look at its token.</summary>
    public IAsyncEnumerable<Item> IgnoreTokenAsync(EventStreamContext context) => ReadAsync(obedient: false, context.CancellationToken);

    private async IAsyncEnumerable<Item> ReadAsync(bool obedient, [EnumeratorCancellation] CancellationToken token)
    {
        Token = token;
        try
        {
            _started.TrySetResult();
            await foreach (var item in _items.Reader.ReadAllAsync(obedient ? token : CancellationToken.None))
            {
                yield return item;
            }
        }
        finally
        {
            Interlocked.Increment(ref _finallyRuns);
            _finished.TrySetResult();
        }
    }
}
