using System.Text;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// HTTP/1.1: status line and headers, then the chunks of <c>Transfer-Encoding: chunked</c> or, as nchan does it, the body as it is for as
/// long as the connection lasts (RFC 9112, section 6.3).
/// </summary>
internal sealed class ChunkedReader(StreamConnection connection) : ResponseReader(connection)
{
    private readonly List<byte> _headers = [];
    private State _state = State.Headers;
    private long _remaining;

    private enum State
    {
        Headers,
        Size,
        SizeLineFeed,
        Data,
        DataEnd,
        Unframed,
        Done,
    }

    public override void Read(ReadOnlySpan<byte> received)
    {
        while (!received.IsEmpty)
        {
            received = _state switch
            {
                State.Headers => ReadHeaders(received),
                State.Data => ReadData(received),
                State.Size => ReadSize(received),
                State.SizeLineFeed => EndSize(received),
                State.DataEnd => EndData(received),
                State.Unframed => ReadUnframed(received),
                _ => [],
            };
        }
    }

    private ReadOnlySpan<byte> ReadHeaders(ReadOnlySpan<byte> received)
    {
        for (var i = 0; i < received.Length; i++)
        {
            _headers.Add(received[i]);
            if (received[i] == (byte)'\n' && _headers is [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                var headers = Encoding.ASCII.GetString([.. _headers]);
                if (headers.Contains("Content-Length:", StringComparison.OrdinalIgnoreCase))
                {
                    throw new InvalidDataException("The response is not a stream:\n" + headers);
                }

                Connection.OnHeaders(int.Parse(headers.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture));
                _state = headers.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase) ? State.Size : State.Unframed;
                return received[(i + 1)..];
            }
        }

        return [];
    }

    private ReadOnlySpan<byte> ReadSize(ReadOnlySpan<byte> received)
    {
        for (var i = 0; i < received.Length; i++)
        {
            if (received[i] == (byte)'\r')
            {
                _state = State.SizeLineFeed;
                return received[(i + 1)..];
            }

            _remaining = (_remaining * 16) + HexDigit(received[i]);
        }

        return [];
    }

    private ReadOnlySpan<byte> EndSize(ReadOnlySpan<byte> received)
    {
        if (_remaining == 0)
        {
            _state = State.Done;
            Connection.OnEnd(clean: true);
            return [];
        }

        _state = State.Data;
        return received[1..];
    }

    private ReadOnlySpan<byte> ReadData(ReadOnlySpan<byte> received)
    {
        var length = (int)Math.Min(_remaining, received.Length);
        Connection.OnBody(received[..length]);
        _remaining -= length;
        if (_remaining == 0)
        {
            _remaining = 2;
            _state = State.DataEnd;
        }

        return received[length..];
    }

    /// <summary>Nothing says where such a body ends, so that no end of it is a clean one.</summary>
    private ReadOnlySpan<byte> ReadUnframed(ReadOnlySpan<byte> received)
    {
        Connection.OnBody(received);
        return [];
    }

    private static int HexDigit(byte digit) => char.IsAsciiHexDigit((char)digit)
        ? (digit & 0xF) + (digit > (byte)'9' ? 9 : 0)
        : throw new InvalidDataException($"Byte {digit} in a chunk's size.");

    /// <summary>The line break behind a chunk's data.</summary>
    private ReadOnlySpan<byte> EndData(ReadOnlySpan<byte> received)
    {
        var length = (int)Math.Min(_remaining, received.Length);
        _remaining -= length;
        if (_remaining == 0)
        {
            _state = State.Size;
        }

        return received[length..];
    }
}
