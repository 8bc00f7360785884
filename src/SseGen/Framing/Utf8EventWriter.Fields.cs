using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace SseGen.Framing;

/// <summary>The fields of the event-stream format. Lines end in LF only, and there is one space behind each colon.</summary>
public ref partial struct Utf8EventWriter
{
    private const string DefaultEventType = "message";

    /// <summary>Characters that would end a field's line, or make the client ignore the field.</summary>
    private static readonly SearchValues<char> s_unsafeInField = SearchValues.Create("\r\n\0");

    private static readonly SearchValues<byte> s_unsafeInFieldUtf8 = SearchValues.Create("\r\n\0"u8);

    private static readonly SearchValues<byte> s_lineBreaks = SearchValues.Create("\r\n"u8);

    /// <summary>
    /// Writes the <c>id:</c> field. <see langword="null"/> leaves the field out, so that the client keeps the id of an earlier event; an
    /// empty string is written, because an empty <c>id:</c> is how a server makes the client forget its place.
    /// </summary>
    /// <exception cref="InvalidOperationException">The id holds a line break or NUL.</exception>
    public void WriteId(string? id)
    {
        if (id is not null)
        {
            WriteId(id.AsSpan());
        }
    }

    /// <inheritdoc cref="WriteId(string?)"/>
    public void WriteId(scoped ReadOnlySpan<char> id)
    {
        if (id.ContainsAny(s_unsafeInField))
        {
            ThrowUnsafeField("id", id);
        }

        WriteRaw("id: "u8);
        WriteUtf16(id);
        WriteRaw("\n"u8);
    }

    /// <summary>Writes the <c>id:</c> field from a number, date, Guid, …, in the invariant culture.</summary>
    /// <exception cref="InvalidOperationException">What the value formats as holds a line break or NUL.</exception>
    /// <param name="id">The id.</param>
    /// <param name="format">A format of the type's, <c>O</c> for the ISO 8601 form of a date; by default its general one.</param>
    public void WriteId<T>(T id, string? format = null)
        where T : IUtf8SpanFormattable
    {
        WriteRaw("id: "u8);
        var start = _position;
        WriteFormatted(id, format);
        ThrowIfUnsafeField("id", start);
        WriteRaw("\n"u8);
    }

    /// <summary>Writes the <c>id:</c> field from an integer, which needs no check.</summary>
    public void WriteId(long id)
    {
        WriteRaw("id: "u8);
        WriteNumber(id);
        WriteRaw("\n"u8);
    }

    /// <summary>
    /// Writes the <c>event:</c> field. <see langword="null"/>, an empty string and <c>message</c> leave it out: all three are the type
    /// that a client assumes without it.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The type holds a line break or NUL, or is <c>error</c> or <c>open</c>, the names of <c>EventSource</c>'s own events.
    /// </exception>
    public void WriteEventType(string? eventType)
    {
        if (!string.IsNullOrEmpty(eventType) && eventType != DefaultEventType)
        {
            WriteEventType(eventType.AsSpan());
        }
    }

    private void WriteEventType(scoped ReadOnlySpan<char> eventType)
    {
        if (eventType.ContainsAny(s_unsafeInField))
        {
            ThrowUnsafeField("event type", eventType);
        }

        if (eventType is "error" or "open")
        {
            ThrowReservedEventType(eventType);
        }

        WriteRaw("event: "u8);
        WriteUtf16(eventType);
        WriteRaw("\n"u8);
    }

    /// <summary>
    /// Writes the <c>retry:</c> field: how long the client waits before it reconnects, in whole milliseconds, rounded up.
    /// </summary>
    /// <exception cref="InvalidOperationException">The interval is negative.</exception>
    public void WriteRetry(TimeSpan reconnectionInterval)
    {
        if (reconnectionInterval < TimeSpan.Zero)
        {
            ThrowNegativeRetry(reconnectionInterval);
        }

        WriteRaw("retry: "u8);
        var milliseconds = reconnectionInterval.Ticks / TimeSpan.TicksPerMillisecond;
        WriteNumber(reconnectionInterval.Ticks % TimeSpan.TicksPerMillisecond == 0 ? milliseconds : milliseconds + 1);
        WriteRaw("\n"u8);
    }

    /// <summary>Writes a comment, which clients skip. A line break in it begins another comment line.</summary>
    public void WriteComment(scoped ReadOnlySpan<byte> utf8)
    {
        WriteRaw(": "u8);
        WriteLines(utf8, "\n: "u8);
        WriteRaw("\n"u8);
    }

    /// <summary>
    /// Writes text as the event's data: one <c>data:</c> line for each of its lines, which end at CR, LF or CRLF and at nothing else
    /// (U+2028 and its kin are text). <see langword="null"/> is empty data. Lone surrogates become U+FFFD.
    /// </summary>
    public void WriteText(string? text) => WriteText(text.AsSpan());

    /// <inheritdoc cref="WriteText(string?)"/>
    public void WriteText(scoped ReadOnlySpan<char> text)
    {
        WriteRaw("data: "u8);
        for (var lineBreak = text.IndexOfAny('\r', '\n'); lineBreak >= 0; lineBreak = text.IndexOfAny('\r', '\n'))
        {
            WriteUtf16(text[..lineBreak]);
            WriteRaw("\ndata: "u8);
            text = text[(lineBreak + (text[lineBreak..] is ['\r', '\n', ..] ? 2 : 1))..];
        }

        WriteUtf16(text);
        WriteRaw("\n"u8);
    }

    /// <summary>Writes the blank line that makes the client dispatch the event.</summary>
    public void WriteEndOfEvent() => WriteRaw("\n"u8);

    /// <summary>Writes JSON that somebody else made: it may hold line breaks between its tokens, and each begins a <c>data:</c> line.</summary>
    private void WriteForeignJson(scoped ReadOnlySpan<byte> json) => WriteLines(json, "\ndata: "u8);

    private void WriteLines(scoped ReadOnlySpan<byte> text, scoped ReadOnlySpan<byte> lineBreak)
    {
        for (var end = text.IndexOfAny(s_lineBreaks); end >= 0; end = text.IndexOfAny(s_lineBreaks))
        {
            WriteRaw(text[..end]);
            WriteRaw(lineBreak);
            text = text[(end + (text[end..] is [(byte)'\r', (byte)'\n', ..] ? 2 : 1))..];
        }

        WriteRaw(text);
    }

    /// <summary>Transcodes; lone surrogates become U+FFFD.</summary>
    private void WriteUtf16(scoped ReadOnlySpan<char> text)
    {
        var status = Utf8.FromUtf16(text, _span[_position..], out var read, out var written);
        _position += written;
        while (status == OperationStatus.DestinationTooSmall)
        {
            // Three bytes a character always suffice, but only a text that does not fit anyway has to be sized so generously.
            text = text[read..];
            status = Utf8.FromUtf16(text, Reserve(checked(text.Length * 3)), out read, out written);
            _position += written;
        }
    }

    private void WriteFormatted<T>(T value, string? format)
        where T : IUtf8SpanFormattable
    {
        int written;
        for (var size = 64; !value.TryFormat(Reserve(size), out written, format, CultureInfo.InvariantCulture); size = checked(size * 2))
        {
        }

        _position += written;
    }

    private readonly void ThrowIfUnsafeField(string field, int start)
    {
        if (_span[start.._position].ContainsAny(s_unsafeInFieldUtf8))
        {
            ThrowUnsafeField(field, System.Text.Encoding.UTF8.GetString(_span[start.._position]));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowUnsafeField(string field, scoped ReadOnlySpan<char> value)
    {
        var name = value.IndexOfAny(s_unsafeInField) is var index && value[index] == '\0' ? "NUL" : "a line break";
        throw new InvalidOperationException($"The {field} of an event must not contain {name} (at index {index}).");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowReservedEventType(scoped ReadOnlySpan<char> eventType) => throw new InvalidOperationException(
        $"'{eventType}' cannot be an event type: a browser's EventSource raises an event of that name by itself.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNegativeRetry(TimeSpan interval) => throw new InvalidOperationException(
        $"The reconnection interval of an event must not be negative, and is {interval}.");
}
