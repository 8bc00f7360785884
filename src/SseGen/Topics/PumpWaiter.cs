using SseGen.Streaming;

namespace SseGen.Topics;

/// <summary>The wait of a stream that sends a topic's frames: the thread that ends it goes on with the stream's pump.</summary>
internal sealed class PumpWaiter(StreamSignal signal) : TopicWaiter
{
    protected override void OnCompleted() => signal.Raise(StreamSignals.SourceReturned);
}
