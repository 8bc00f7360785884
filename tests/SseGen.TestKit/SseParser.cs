using System.Buffers;
using System.Globalization;
using System.Text;

namespace SseGen.TestKit;

/// <summary>
/// Reads <c>text/event-stream</c> as section 9.2.6 of the HTML standard says, from bytes that arrive in any pieces, and rejects all that
/// the standard would silently skip or that a careful server does not send: invalid UTF-8, a byte order mark, CR, unknown fields, a field
/// twice, an event type without data, a comment within an event, an empty block, a <c>retry:</c> that is no number, NUL in an id.
/// It shares no code with the library, so that both cannot be wrong in the same way.
/// </summary>
public sealed class SseParser
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Queue<SseFrame> _frames = new();
    private readonly StringBuilder _data = new();
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);
    private SseFrame _block = new();
    private bool _blankLineAllowed;
    private bool _atStart = true;

    /// <summary>Takes in further bytes, from which frames may come out.</summary>
    /// <exception cref="FormatException">The stream is malformed.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            _line.Write(bytes[..end]);
            bytes = bytes[(end + 1)..];
            var line = Decode(_line.WrittenSpan);
            _line.ResetWrittenCount();
            Line(line);
        }

        _line.Write(bytes);
    }

    /// <summary>The next frame that is complete, if there is one.</summary>
    public bool TryRead(out SseFrame frame)
    {
        var read = _frames.TryDequeue(out var next);
        frame = next!;
        return read;
    }

    /// <summary>Says that no more bytes come.</summary>
    /// <exception cref="FormatException">The stream ends within an event or a line.</exception>
    public void Complete()
    {
        if (_line.WrittenCount > 0 || _fields.Count > 0)
        {
            throw new FormatException($"The stream ends within an event: {_block}, then '{Encoding.UTF8.GetString(_line.WrittenSpan)}'.");
        }
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        if (_atStart && line.StartsWith("\uFEFF"u8))
        {
            throw new FormatException("The stream begins with a byte order mark.");
        }

        _atStart = false;
        try
        {
            return s_strictUtf8.GetString(line);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new FormatException($"Not UTF-8: {Convert.ToHexString(line)}.", invalid);
        }
    }

    private void Line(string line)
    {
        if (line.Contains('\r', StringComparison.Ordinal))
        {
            throw new FormatException($"A carriage return, which would end the line: '{line}'.");
        }

        if (line.Length == 0)
        {
            EndOfBlock();
        }
        else if (line[0] == ':')
        {
            Comment(line[1..]);
        }
        else
        {
            Field(line);
        }
    }

    private void Comment(string text)
    {
        if (_fields.Count > 0)
        {
            throw new FormatException($"The comment '{text}' stands within an event: {_block}.");
        }

        _frames.Enqueue(new SseFrame { Comment = text.StartsWith(' ') ? text[1..] : text });
        _blankLineAllowed = true;
    }

    private void Field(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new FormatException($"A field without a colon: '{line}'.");
        }

        var name = line[..colon];
        var value = line[(colon + 1)..];
        value = value.StartsWith(' ') ? value[1..] : value;
        if (!_fields.Add(name) && name != "data")
        {
            throw new FormatException($"The field '{name}' stands twice in one event: '{line}' after {_block}.");
        }

        _block = name switch
        {
            "data" => Data(value),
            "id" when !value.Contains('\0', StringComparison.Ordinal) => _block with { Id = value },
            "event" when value.Length > 0 => _block with { EventType = value },
            "retry" when value.Length > 0 && value.All(char.IsAsciiDigit) =>
                _block with { Retry = TimeSpan.FromMilliseconds(long.Parse(value, CultureInfo.InvariantCulture)) },
            _ => throw new FormatException($"Not a field of an event stream, or not a value of it: '{line}'."),
        };
        _blankLineAllowed = true;
    }

    private SseFrame Data(string value)
    {
        if (_block.Data is not null)
        {
            _data.Append('\n');
        }

        _data.Append(value);
        return _block with { Data = "" };
    }

    private void EndOfBlock()
    {
        if (!_blankLineAllowed)
        {
            throw new FormatException("An empty line that ends nothing.");
        }

        if (_fields.Count > 0)
        {
            var frame = _block.Data is null ? _block : _block with { Data = _data.ToString() };
            if (frame is { EventType: not null, Data: null })
            {
                throw new FormatException($"An event without data is never raised: {frame}.");
            }

            _frames.Enqueue(frame);
        }

        _block = new SseFrame();
        _data.Clear();
        _fields.Clear();
        _blankLineAllowed = false;
    }
}
