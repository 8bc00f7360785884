using SseGen.Framing;

namespace SseGen.Topics;

/// <summary>One event's bytes on their way into a topic. Each thread has one that it uses again and again.</summary>
internal sealed class PayloadBuffer : EventBuffer
{
    private const int InitialSize = 1024;
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static PayloadBuffer? s_free;

    private byte[] _bytes = new byte[InitialSize];
    private int _length;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Takes the thread's buffer. Should a payload publish something itself while it is written, that gets another one.</summary>
    public static PayloadBuffer Rent()
    {
        var buffer = s_free ?? new PayloadBuffer();
        s_free = null;
        return buffer;
    }

    public static void Return(PayloadBuffer buffer)
    {
        if (buffer._bytes.Length <= LargestKept)
        {
            s_free = buffer;
        }
    }

    protected internal override Span<byte> BeginEvent()
    {
        _length = 0;
        return _bytes;
    }

    protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
    {
        var larger = new byte[checked(Math.Max(written.Length * 2, written.Length + needed))];
        written.CopyTo(larger);
        _bytes = larger;
        return larger;
    }

    protected internal override void CompleteEvent(int length) => _length = length;
}
