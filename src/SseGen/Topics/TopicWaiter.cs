namespace SseGen.Topics;

/// <summary>One subscriber's wait for the next event; the same object serves all its waits without an allocation.</summary>
internal abstract class TopicWaiter
{
    private int _isWaiting;

    /// <summary>Its place in the <see cref="WaiterList"/>, to whose lock it belongs.</summary>
    internal int Index { get; set; } = -1;

    /// <summary>Makes ready for a wait. The waiter may be completed from now on.</summary>
    public virtual void Begin() => Interlocked.Exchange(ref _isWaiting, 1);

    /// <summary>Ends the wait, unless there is none, or somebody else has.</summary>
    public void TryComplete()
    {
        if (Volatile.Read(ref _isWaiting) != 0 && TryTake())
        {
            OnCompleted();
        }
    }

    /// <summary>Gives the wait up before anybody has been told of it.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isWaiting, 0) != 0;

    /// <summary>The wait is over.</summary>
    protected abstract void OnCompleted();
}
