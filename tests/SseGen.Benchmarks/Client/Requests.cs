using System.Buffers.Binary;
using System.Text;

namespace SseGen.Benchmarks.Client;

/// <summary>A <c>GET</c> that accepts an event stream, as bytes.</summary>
internal static class Requests
{
    public static byte[] Http1(string pathAndQuery) => Encoding.ASCII.GetBytes(
        $"GET {pathAndQuery} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");

    /// <summary>The connection's preface, settings, a window for it as wide as it goes, and one request as stream 1.</summary>
    public static byte[] Http2(string pathAndQuery)
    {
        const int LargestWindow = int.MaxValue;
        const int DefaultWindow = 65_535;
        var settings = new byte[6];
        BinaryPrimitives.WriteUInt16BigEndian(settings, 4); // SETTINGS_INITIAL_WINDOW_SIZE
        BinaryPrimitives.WriteInt32BigEndian(settings.AsSpan(2), LargestWindow);
        var increment = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, LargestWindow - DefaultWindow);

        // HPACK without Huffman: indexed `:method GET` and `:scheme http`, literals for the rest.
        byte[] headers =
        [
            0x82, 0x86,
            .. Literal(nameIndex: 4, pathAndQuery),
            .. Literal(nameIndex: 1, "localhost"),
            .. Literal(nameIndex: 19, "text/event-stream"),
        ];
        return
        [
            .. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8,
            .. Frame(type: 4, flags: 0, stream: 0, settings),
            .. Frame(type: 8, flags: 0, stream: 0, increment),
            .. Frame(type: 1, flags: 0x5, stream: 1, headers),
        ];
    }

    private static byte[] Frame(byte type, byte flags, byte stream, ReadOnlySpan<byte> payload) =>
        [0, (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, stream, .. payload];

    /// <summary>A literal header field without indexing, its name from the static table.</summary>
    private static byte[] Literal(byte nameIndex, string value)
    {
        byte[] index = nameIndex < 15 ? [nameIndex] : [0x0F, (byte)(nameIndex - 15)];
        return value.Length < 127
            ? [.. index, (byte)value.Length, .. Encoding.ASCII.GetBytes(value)]
            : throw new ArgumentException("Too long for this encoder.", nameof(value));
    }
}
