using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;

namespace SseGen.Framing;

/// <summary>
/// Events on their way into a response's <see cref="PipeWriter"/>. They are written straight into the pipe's own memory, one behind
/// the other, and handed over with <see cref="Commit"/> when many have gathered. Only an event that does not fit into what is left
/// of that memory takes a detour over a rented array: asking the pipe for more memory would invalidate what the event has so far.
/// </summary>
internal sealed class PipeEventBuffer(PipeWriter pipe) : EventBuffer, IDisposable
{
    private const int SmallestRequest = 256;

    /// <summary>An event larger than this always takes the detour, so that a rare giant does not claim memory for all that follow.</summary>
    private const int LargestRequest = 64 * 1024;

    private Memory<byte> _memory;
    private int _completed;
    private int _expectedEventSize = SmallestRequest;
    private byte[]? _overflow;
    private byte[]? _shared;

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
        var larger = ArrayPool<byte>.Shared.Rent(checked(written.Length + Math.Max(written.Length, needed)));
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
            ForgetLargeEvents(length);
            return;
        }

        // The next event of this size shall find room at once.
        _expectedEventSize = Math.Clamp(length + (length / 4), SmallestRequest, LargestRequest);
        Commit();
        pipe.Write(_overflow.AsSpan(0, length));
        DiscardEvent();
    }

    /// <remarks>They may lie across several blocks of the pipe's memory, so that there need be no detour.</remarks>
    internal override void WriteEvents(ReadOnlySpan<byte> events)
    {
        DiscardEvent();
        Commit();
        pipe.Write(events);
        UnflushedBytes += events.Length;
    }

    /// <remarks>They are kept until more comes or all is flushed: the pipe has one call that writes and flushes.</remarks>
    internal override void WriteShared(byte[] events)
    {
        DiscardEvent();
        Commit();
        _shared = events;
        UnflushedBytes += events.Length;
    }

    /// <summary>Hands what has gathered to the pipe.</summary>
    public void Commit()
    {
        if (_shared is { } shared)
        {
            _shared = null;
            pipe.Write(shared);
        }

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
        UnflushedBytes = 0;
        if (_shared is { } shared)
        {
            _shared = null;
            return pipe.WriteAsync(shared, cancellationToken);
        }

        Commit();
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

    /// <summary>Lets the expectation sink by an eighth for each event that is much smaller, so that small events fill the pipe's blocks.</summary>
    private void ForgetLargeEvents(int length)
    {
        if (_expectedEventSize > SmallestRequest && length < _expectedEventSize / 2)
        {
            _expectedEventSize = Math.Max(SmallestRequest, _expectedEventSize - (_expectedEventSize / 8));
        }
    }
}
