namespace SseGen.Topics;

/// <summary>An event that waits for its turn (<see cref="LagPolicy.Wait"/>).</summary>
internal sealed class PendingPublication
{
    private readonly TaskCompletionSource<TopicEventId> _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;
    private int _isDecided;

    public PendingPublication(TopicEntry entry, byte[] body, CancellationToken cancellationToken)
    {
        Entry = entry;
        Body = body;
        _registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingPublication)state!).GiveUp(token), this);
    }

    public TopicEntry Entry { get; }

    public byte[] Body { get; }

    public Task<TopicEventId> Task => _published.Task;

    /// <summary>Decides that the event is published; <see langword="false"/> when its publisher has given up.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _isDecided, 1) == 0;

    public void Complete(TopicEventId id)
    {
        _registration.Unregister();
        _published.SetResult(id);
    }

    private void GiveUp(CancellationToken cancellationToken)
    {
        if (TryClaim())
        {
            _published.SetCanceled(cancellationToken);
        }
    }
}
