using System.Buffers.Binary;

namespace SseGen.Benchmarks.Client;

/// <summary>
/// HTTP/2 with prior knowledge: the frames of a connection that carries one stream. Windows are opened as wide as they go at the
/// start, so that nothing but acknowledgements has to be sent.
/// </summary>
internal sealed class Http2Reader(StreamConnection connection) : ResponseReader(connection)
{
    private const int HeaderLength = 9;
    private const byte Data = 0, Headers = 1, ResetStream = 3, Settings = 4, Ping = 6, GoAway = 7;
    private const byte EndStream = 1, Acknowledge = 1, Padded = 8;

    private readonly byte[] _header = new byte[HeaderLength];
    private readonly byte[] _payload = new byte[256];
    private int _headerRead;
    private int _remaining;
    private int _payloadRead;

    public override void Read(ReadOnlySpan<byte> received)
    {
        while (!received.IsEmpty)
        {
            if (_headerRead < HeaderLength)
            {
                received = ReadHeader(received);
                continue;
            }

            var length = Math.Min(_remaining, received.Length);
            ReadPayload(received[..length]);
            _remaining -= length;
            received = received[length..];
            if (_remaining == 0)
            {
                EndFrame();
            }
        }
    }

    private ReadOnlySpan<byte> ReadHeader(ReadOnlySpan<byte> received)
    {
        var length = Math.Min(HeaderLength - _headerRead, received.Length);
        received[..length].CopyTo(_header.AsSpan(_headerRead));
        _headerRead += length;
        if (_headerRead == HeaderLength)
        {
            _remaining = (_header[0] << 16) | (_header[1] << 8) | _header[2];
            _payloadRead = 0;
            if ((_header[4] & Padded) != 0 && _header[3] is Data or Headers)
            {
                throw new InvalidDataException("A padded frame.");
            }

            if (_remaining == 0)
            {
                EndFrame();
            }
        }

        return received[length..];
    }

    private void ReadPayload(ReadOnlySpan<byte> payload)
    {
        if (_header[3] == Data)
        {
            Connection.OnBody(payload);
            return;
        }

        var kept = Math.Min(payload.Length, _payload.Length - _payloadRead);
        payload[..kept].CopyTo(_payload.AsSpan(_payloadRead));
        _payloadRead += kept;
    }

    private void EndFrame()
    {
        _headerRead = 0;
        var flags = _header[4];
        switch (_header[3])
        {
            case Headers:
                // HPACK: 0x88 is the static table's `:status: 200`, and Kestrel always begins with the status.
                Connection.OnHeaders(_payload[0] == 0x88 ? 200 : 0);
                break;
            case Settings when (flags & Acknowledge) == 0:
                Connection.Send([0, 0, 0, Settings, Acknowledge, 0, 0, 0, 0]);
                break;
            case Ping when (flags & Acknowledge) == 0:
                Connection.Send([0, 0, 8, Ping, Acknowledge, 0, 0, 0, 0, .. _payload.AsSpan(0, 8)]);
                break;
            case ResetStream:
                Connection.OnEnd(clean: false);
                return;
            case GoAway when BinaryPrimitives.ReadInt32BigEndian(_payload) == 0:
                Connection.OnEnd(clean: false);
                return;
        }

        if (_header[3] is Data or Headers && (flags & EndStream) != 0)
        {
            Connection.OnEnd(clean: true);
        }
    }
}
