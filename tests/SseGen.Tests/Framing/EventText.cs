using System.Text;
using SseGen.Framing;

namespace SseGen.Tests.Framing;

/// <summary>Runs a piece of writing over memory that begins small, so that each test also crosses the writer's growth.</summary>
internal sealed class EventText(int capacity = 7) : EventBuffer
{
    public delegate void Write(ref Utf8EventWriter writer);

    private byte[] _memory = new byte[capacity];
    private int _length;

    public static string Of(Write write, int capacity = 7) => Encoding.UTF8.GetString(BytesOf(write, capacity));

    public static byte[] BytesOf(Write write, int capacity = 7)
    {
        var buffer = new EventText(capacity);
        var writer = new Utf8EventWriter(buffer);
        write(ref writer);
        writer.Complete();
        return buffer._memory[..buffer._length];
    }

    protected internal override Span<byte> BeginEvent() => _memory;

    protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
    {
        var larger = new byte[written.Length + needed];
        written.CopyTo(larger);

        // What an earlier span still points to must not matter any more.
        _memory.AsSpan().Fill(0xFF);
        return _memory = larger;
    }

    protected internal override void CompleteEvent(int length) => _length = length;
}
