using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>Events pulled from an async sequence, one item an event.</summary>
internal sealed class EnumerableFrameSource<T>(IAsyncEnumerator<T> items, EventFormatter<T> formatter) : FrameSource
{
    public override ValueTask<bool> MoveNextAsync() => items.MoveNextAsync();

    public override int WriteCurrent(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        formatter.Write(ref writer, items.Current);
        writer.Complete();
        return 1;
    }

    public override ValueTask DisposeAsync() => items.DisposeAsync();
}
