using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;

namespace SseGen.Json;

/// <summary>
/// Text that is more than plain ASCII: transcoded to UTF-8 and escaped in one pass, as
/// <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> has it, which is ASP.NET Core's default.
/// </summary>
internal static class JsonEscapes
{
    /// <summary>The most bytes that a character takes: <c>\uD83C</c>.</summary>
    public const int Longest = 6;

    private const int FirstNonAscii = 0x80;
    private const int FirstOfThreeBytes = 0x800;

    /// <summary>After this many plain ASCII characters in a row more of them are likely, and go many at a time.</summary>
    private const int PlainRun = 8;

    /// <summary>A bit for each UTF-16 code unit that the encoder escapes. Which those are depends on the Unicode version of the runtime.</summary>
    private static readonly ulong[] s_escaped = AskEncoder();

    /// <summary>Copies text of any kind.</summary>
    /// <param name="source">The text. A surrogate at its end has lost its other half.</param>
    /// <param name="destination">At least <see cref="Longest"/> bytes for each character.</param>
    /// <returns>How many bytes have been written.</returns>
    public static int Copy(ReadOnlySpan<char> source, Span<byte> destination)
    {
        var escaped = s_escaped;
        var written = 0;
        var run = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (IsEscaped(c, escaped))
            {
                run = 0;
                written += char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1])
                    ? Write(c, destination[written..]) + Write(source[++i], destination[(written + Longest)..])
                    : Escape(c, destination[written..]);
            }
            else if (c >= FirstNonAscii)
            {
                run = 0;
                written += Transcode(c, destination[written..]);
            }
            else if (++run <= PlainRun)
            {
                destination[written++] = (byte)c;
            }
            else
            {
                run = 0;
                var copied = JsonText.CopyPlainAscii(source[i..], destination[written..]);
                written += copied;
                i += copied - 1;
            }
        }

        return written;
    }

    /// <summary>Writes <c>\u</c> and four hexadecimal digits.</summary>
    public static int Write(char value, Span<byte> destination)
    {
        destination[5] = HexDigit(value & 0xF);
        destination[4] = HexDigit((value >> 4) & 0xF);
        destination[3] = HexDigit((value >> 8) & 0xF);
        destination[2] = HexDigit(value >> 12);
        destination[1] = (byte)'u';
        destination[0] = (byte)'\\';
        return Longest;

        static byte HexDigit(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsEscaped(char value, ulong[] escaped) =>
        (Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(escaped), value >> 6) & (1UL << value)) != 0;

    /// <summary>Two or three bytes for a character that is neither ASCII nor a surrogate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Transcode(char value, Span<byte> destination)
    {
        if (value < FirstOfThreeBytes)
        {
            destination[1] = (byte)(0x80 | (value & 0x3F));
            destination[0] = (byte)(0xC0 | (value >> 6));
            return 2;
        }

        destination[2] = (byte)(0x80 | (value & 0x3F));
        destination[1] = (byte)(0x80 | ((value >> 6) & 0x3F));
        destination[0] = (byte)(0xE0 | (value >> 12));
        return 3;
    }

    /// <summary>An escaped character by itself: a lone surrogate is text that was broken before it came here.</summary>
    private static int Escape(char value, Span<byte> destination) =>
        char.IsAscii(value) ? JsonText.EscapeAscii(value, destination)
        : Write(char.IsSurrogate(value) ? '\uFFFD' : value, destination);

    private static ulong[] AskEncoder()
    {
        var escaped = new ulong[(char.MaxValue + 1) / 64];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (char.IsSurrogate((char)c) || JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(c))
            {
                escaped[c >> 6] |= 1UL << c;
            }
        }

        return escaped;
    }
}
