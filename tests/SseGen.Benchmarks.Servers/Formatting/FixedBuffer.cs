using System.Buffers;
using SseGen.Framing;

namespace SseGen.Benchmarks.Formatting;

/// <summary>The memory that every way of formatting writes into: one array, begun anew for each event, never grown while it is measured.</summary>
internal sealed class FixedBuffer(int capacity) : EventBuffer, IBufferWriter<byte>
{
    private readonly byte[] _memory = new byte[capacity];
    private int _written;

    public ReadOnlySpan<byte> Written => _memory.AsSpan(0, _written);

    public void Clear() => _written = 0;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _memory.AsMemory(_written);

    public Span<byte> GetSpan(int sizeHint = 0) => _memory.AsSpan(_written);

    protected override Span<byte> BeginEvent() => _memory;

    protected override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed) =>
        throw new InvalidOperationException($"An event needs more than {_memory.Length} bytes.");

    protected override void CompleteEvent(int length) => _written = length;
}
