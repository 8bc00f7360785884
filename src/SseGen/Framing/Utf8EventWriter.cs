using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SseGen.Framing;

/// <summary>
/// Writes one event as UTF-8 into an <see cref="EventBuffer"/>. Generated code calls it: fields of the event-stream format are in
/// <c>Utf8EventWriter.Fields.cs</c>, JSON values in <c>Json/</c>. Nothing is allocated unless the event outgrows the buffer.
/// </summary>
/// <remarks>
/// The text written must be one event of the
/// <see href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">event-stream format</see>, from
/// its first field to the blank line, or a comment.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct Utf8EventWriter
{
    private readonly EventBuffer _buffer;
    private Span<byte> _span;
    private int _position;
    private int _depth;
    private JsonSerializerOptions? _options;

    /// <summary>Begins an event in <paramref name="buffer"/>.</summary>
    public Utf8EventWriter(EventBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _buffer = buffer;
        _span = buffer.BeginEvent();
    }

    /// <summary>What has been written of the event so far.</summary>
    public readonly ReadOnlySpan<byte> Written => _span[.._position];

    /// <summary>The memory behind the position, which never lies outside of the span: every method that moves it has reserved what it wrote.</summary>
    private readonly Span<byte> Free
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetReference(_span), _position), _span.Length - _position);
    }

    /// <summary>Copies bytes that are valid as they are: field names, punctuation, property names, constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > _span.Length - _position)
        {
            Grow(utf8.Length);
        }

        utf8.CopyTo(Free);
        _position += utf8.Length;
    }

    /// <summary>Writes a byte that is valid as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte utf8)
    {
        if (_position == _span.Length)
        {
            Grow(1);
        }

        _span[_position++] = utf8;
    }

    /// <summary>Hands the finished event to the buffer, and tells its length.</summary>
    public readonly int Complete()
    {
        _buffer.CompleteEvent(_position);
        return _position;
    }

    /// <summary>Gives what is free, at least <paramref name="size"/> bytes of it. What is used of it is added to the position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int size)
    {
        if (size > _span.Length - _position)
        {
            Grow(size);
        }

        return Free;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int needed) => _span = _buffer.GrowEvent(_span[.._position], needed);
}
