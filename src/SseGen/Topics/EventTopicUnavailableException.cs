namespace SseGen;

/// <summary>An event could not be published because what carries the topic between processes cannot be reached.</summary>
public sealed class EventTopicUnavailableException : Exception
{
    /// <summary>Called by an engine.</summary>
    public EventTopicUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
