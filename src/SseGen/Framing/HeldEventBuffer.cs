using System.Buffers;

namespace SseGen.Framing;

/// <summary>
/// Holds events while the response must not be touched yet: should the first one fail, the request is still to be answered with an
/// ordinary error.
/// </summary>
internal sealed class HeldEventBuffer : EventBuffer, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    protected internal override Span<byte> BeginEvent() => _bytes.AsSpan(_length);

    protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_bytes.Length * 2, _length + written.Length + needed)));
        _bytes.AsSpan(0, _length + written.Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        return _bytes.AsSpan(_length);
    }

    protected internal override void CompleteEvent(int length) => _length += length;

    /// <summary>Hands on what is held.</summary>
    public void MoveTo(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw(_bytes.AsSpan(0, _length));
        writer.Complete();
        _length = 0;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
