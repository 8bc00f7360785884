using System.Threading.Tasks.Sources;

namespace SseGen.Topics;

/// <summary>One subscriber's wait for the next event; the same object serves all its waits without an allocation.</summary>
/// <param name="runsUserCode">
/// What goes on behind the wait is a handler's own code, which may take its time: it gets a thread of its own, so that it does not hold
/// up the subscribers woken after it.
/// </param>
internal sealed class TopicWaiter(bool runsUserCode) : IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = runsUserCode };
    private int _isWaiting;

    /// <summary>Neighbours in the <see cref="WaiterList"/>, to which they belong as long as the waiter is in it.</summary>
    internal TopicWaiter? Previous { get; set; }

    internal TopicWaiter? Next { get; set; }

    internal long Generation { get; set; }

    /// <summary>Makes ready for a wait. The waiter may be completed from now on.</summary>
    public void Begin()
    {
        _core.Reset();
        Interlocked.Exchange(ref _isWaiting, 1);
    }

    /// <summary>The wait that has been begun.</summary>
    public ValueTask<bool> Task => new(this, _core.Version);

    /// <summary>Ends the wait, unless somebody else has.</summary>
    public bool TryComplete()
    {
        if (!TryTake())
        {
            return false;
        }

        _core.SetResult(true);
        return true;
    }

    /// <summary>Gives the wait up before anybody has been told of it.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isWaiting, 0) == 1;

    bool IValueTaskSource<bool>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);
}
