using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>Events pulled from an async sequence, one item an event.</summary>
internal sealed class EnumerableFrameSource<T>(IAsyncEnumerator<T> items, EventFormatter<T> formatter, EventStreamContext context) : FrameSource
{
    public override ValueTask<bool> MoveNextAsync() => items.MoveNextAsync();

    public override int WriteCurrent(EventBuffer buffer)
    {
        var notices = context.WriteNotices(buffer);
        var writer = new Utf8EventWriter(buffer);
        formatter.Write(ref writer, items.Current);
        writer.Complete();
        return notices + 1;
    }

    public override ValueTask DisposeAsync() => items.DisposeAsync();
}
