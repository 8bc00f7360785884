using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SseGen.Json;

namespace SseGen.Framing;

/// <summary>
/// JSON strings, escaped as <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> does it, which is ASP.NET Core's default.
/// </summary>
public ref partial struct Utf8EventWriter
{
    private const int EncodedChunk = 256;

    /// <summary>What ends a run of text that <see cref="TryWriteTranscoded"/> takes: ASCII characters that are always escaped.</summary>
    private static readonly SearchValues<char> s_escapedAscii = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019"
        + "\u001a\u001b\u001c\u001d\u001e\u001f\"\\\u007f");

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
            var taken = char.IsAscii(rest[0]) ? WriteEscapedAscii(rest[0]) : WriteNonAscii(rest);
            rest = rest[taken..];
            var copied = JsonText.CopyPlainAscii(rest, Reserve(rest.Length));
            _position += copied;
            rest = rest[copied..];
        }

        WriteRaw("\""u8);
    }

    private int WriteEscapedAscii(char value)
    {
        var destination = Reserve(6);
        _position += JsonText.EscapeAscii(value, destination);
        return 1;
    }

    /// <summary>Writes a run of any text without ASCII characters that need an escape, and tells its length.</summary>
    private int WriteNonAscii(scoped ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(s_escapedAscii);
        var run = end < 0 ? rest : rest[..end];
        if (!TryWriteTranscoded(run))
        {
            WriteEncoded(run);
        }

        return run.Length;
    }

    /// <summary>Most of the world's letters need no escape: transcode first, then ask the encoder whether that was all.</summary>
    private bool TryWriteTranscoded(scoped ReadOnlySpan<char> run)
    {
        var destination = Reserve(checked(run.Length * 3));
        var status = Utf8.FromUtf16(run, destination, out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done
            || JavaScriptEncoder.UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(destination[..written]) >= 0)
        {
            return false;
        }

        _position += written;
        return true;
    }

    /// <summary>Text with characters that the encoder escapes: emoji, unassigned code points, lone surrogates.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteEncoded(scoped ReadOnlySpan<char> run)
    {
        Span<char> chunk = stackalloc char[EncodedChunk];
        while (!run.IsEmpty)
        {
            _ = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(run, chunk, out var consumed, out var encoded);
            _ = Utf8.FromUtf16(chunk[..encoded], Reserve(encoded * 3), out _, out var written);
            _position += written;
            run = run[consumed..];
        }
    }
}
