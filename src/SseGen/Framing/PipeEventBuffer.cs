using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;

namespace SseGen.Framing;

/// <summary>
/// Events on their way into a response's <see cref="PipeWriter"/>. They are written straight into the pipe's own memory, one behind
/// the other, and handed over with <see cref="Commit"/> when many have gathered. Only an event that does not fit into what is left
/// of that memory takes a detour over a rented array.
/// </summary>
internal sealed class PipeEventBuffer(PipeWriter pipe) : EventBuffer, IDisposable
{
    private const int SmallestRequest = 256;

    private Memory<byte> _memory;
    private int _completed;
    private int _expectedEventSize = SmallestRequest;
    private byte[]? _overflow;

    /// <summary>Bytes of whole events that have not been flushed yet.</summary>
    public long UnflushedBytes { get; private set; }

    protected internal override Span<byte> BeginEvent()
    {
        DiscardEvent();
        if (_memory.Length - _completed < _expectedEventSize)
        {
            Commit();
            _memory = pipe.GetMemory(_expectedEventSize);
        }

        return _memory.Span[_completed..];
    }

    protected internal override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(written.Length * 2, written.Length + needed)));
        written.CopyTo(larger);
        DiscardEvent();
        _overflow = larger;
        return larger;
    }

    protected internal override void CompleteEvent(int length)
    {
        UnflushedBytes += length;
        if (_overflow is null)
        {
            Debug.Assert(length <= _memory.Length - _completed, "an event ended outside of its memory");
            _completed += length;
            return;
        }

        // The next event of this size shall find room at once; a giant need not claim it for good.
        _expectedEventSize = Math.Min(length + (length / 4), pipe.GetMemory().Length);
        Commit();
        pipe.Write(_overflow.AsSpan(0, length));
        DiscardEvent();
    }

    /// <summary>Hands what has gathered to the pipe; call it before each flush.</summary>
    public void Commit()
    {
        if (_completed > 0)
        {
            pipe.Advance(_completed);
        }

        _memory = default;
        _completed = 0;
    }

    /// <summary>Hands what has gathered to the pipe and sends it.</summary>
    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken)
    {
        Commit();
        UnflushedBytes = 0;
        return pipe.FlushAsync(cancellationToken);
    }

    /// <summary>Forgets an event that was begun and not completed.</summary>
    public void DiscardEvent()
    {
        if (_overflow is { } overflow)
        {
            _overflow = null;
            ArrayPool<byte>.Shared.Return(overflow);
        }
    }

    public void Dispose() => DiscardEvent();
}
