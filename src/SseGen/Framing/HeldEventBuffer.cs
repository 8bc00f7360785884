using System.Buffers;

namespace SseGen.Framing;

/// <summary>
/// Holds events while the response must not be touched yet: should the first one fail, the request is still to be answered with an
/// ordinary error.
/// </summary>
internal sealed class HeldEventBuffer : EventBuffer, IDisposable
{
    private const int UsualSize = 1024;

    // Rented with the first event: most streams are opened before there is one.
    private byte[] _bytes = [];
    private int _length;

    protected internal override Span<byte> BeginEvent()
    {
        if (_bytes.Length == 0)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
        }

        return _bytes.AsSpan(_length);
    }

    protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_bytes.Length * 2, _length + written.Length + needed)));
        _bytes.AsSpan(0, _length + written.Length).CopyTo(larger);
        ReturnBytes();
        _bytes = larger;
        return _bytes.AsSpan(_length);
    }

    protected internal override void CompleteEvent(int length) => _length += length;

    /// <summary>Hands on what is held.</summary>
    public void MoveTo(EventBuffer buffer)
    {
        if (_length == 0)
        {
            return;
        }

        buffer.WriteEvents(_bytes.AsSpan(0, _length));
        _length = 0;
    }

    public void Dispose() => ReturnBytes();

    private void ReturnBytes()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }
}
