namespace SseGen.Topics;

/// <summary>One subscriber's wait for the next event; the same object serves all its waits without an allocation.</summary>
internal abstract class TopicWaiter
{
    private int _isWaiting;

    /// <summary>Neighbours in the <see cref="WaiterList"/>, to which they belong as long as the waiter is in it.</summary>
    internal TopicWaiter? Previous { get; set; }

    internal TopicWaiter? Next { get; set; }

    internal long Generation { get; set; }

    /// <summary>Makes ready for a wait. The waiter may be completed from now on.</summary>
    public virtual void Begin() => Interlocked.Exchange(ref _isWaiting, 1);

    /// <summary>Ends the wait, unless somebody else has.</summary>
    public void TryComplete()
    {
        if (TryTake())
        {
            OnCompleted();
        }
    }

    /// <summary>Gives the wait up before anybody has been told of it.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isWaiting, 0) == 1;

    /// <summary>The wait is over.</summary>
    protected abstract void OnCompleted();
}
