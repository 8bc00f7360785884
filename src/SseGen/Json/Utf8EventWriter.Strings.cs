using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>
/// JSON strings, escaped as <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> does it, which is ASP.NET Core's default.
/// </summary>
public ref partial struct Utf8EventWriter
{
    /// <summary>How much of a text that is more than plain ASCII is written at a time, in characters.</summary>
    private const int LongestChunk = 256;

    /// <summary>Writes a JSON string, or <c>null</c>.</summary>
    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteString(value.AsSpan());
        }
    }

    /// <summary>Writes a JSON string. Lone surrogates become U+FFFD.</summary>
    public void WriteString(scoped ReadOnlySpan<char> value)
    {
        // Room for the quotes and a byte a character is all that text needs when it is ASCII and nothing is escaped.
        var destination = Reserve(checked(value.Length + 2));
        destination[0] = (byte)'"';
        var copied = JsonText.CopyPlainAscii(value, destination[1..]);
        if (copied == value.Length)
        {
            destination[copied + 1] = (byte)'"';
            _position += copied + 2;
            return;
        }

        _position += copied + 1;
        WriteRestOfString(value[copied..]);
    }

    /// <summary>Writes a JSON string of one character.</summary>
    public void WriteString(char value) => WriteString(new ReadOnlySpan<char>(in value));

    /// <summary>Writes what begins with a character that is not plain, and the closing quote.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteRestOfString(scoped ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty)
        {
            // Room for the worst is asked for a chunk at a time: a long text seldom needs it. Pairs of surrogates stay together.
            var length = Math.Min(rest.Length, LongestChunk);
            if (length < rest.Length && char.IsHighSurrogate(rest[length - 1]))
            {
                length--;
            }

            _position += JsonEscapes.Copy(rest[..length], Reserve(length * JsonEscapes.Longest));
            rest = rest[length..];
        }

        WriteRaw("\""u8);
    }
}
