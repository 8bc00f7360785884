using System.Threading.Tasks.Sources;

namespace SseGen.Topics;

/// <summary>
/// The wait of code of the application, which may take its time with what comes: it gets a thread of its own, so that it does not hold
/// up the subscribers woken after it.
/// </summary>
internal sealed class EnumeratorWaiter : TopicWaiter, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

    public override void Begin()
    {
        _core.Reset();
        base.Begin();
    }

    /// <summary>Waits until it is worth while for the subscriber to look again.</summary>
    public ValueTask WaitAsync(TopicSubscriber subscriber) =>
        subscriber.BeginWait() ? new ValueTask(this, _core.Version) : ValueTask.CompletedTask;

    protected override void OnCompleted() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);
}
