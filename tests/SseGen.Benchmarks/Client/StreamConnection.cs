using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SseGen.Benchmarks.Client;

/// <summary>One open stream: its socket, what has come over it, and when.</summary>
internal sealed class StreamConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly ResponseReader _reader;
    private readonly LatencySampler? _sampler;
    private EventCounter _counter = new();

    private StreamConnection(Socket socket, WireProtocol protocol, LatencySampler? sampler)
    {
        _socket = socket;
        _sampler = sampler;
        _reader = protocol == WireProtocol.Http2 ? new Http2Reader(this) : new ChunkedReader(this);
    }

    /// <summary>The descriptor that the loop waits for.</summary>
    public int Descriptor => (int)_socket.Handle;

    public long Events => _counter.Events;

    /// <summary>Timestamps of <see cref="Stopwatch"/>; zero until it has happened.</summary>
    public long OpenedAt { get; private init; }

    public long HeadersAt { get; private set; }

    public long FirstEventAt { get; private set; }

    public long EndedAt { get; private set; }

    /// <summary>The end was the protocol's own: the last chunk, or END_STREAM; not a lost connection.</summary>
    public bool EndedCleanly { get; private set; }

    /// <summary>An event <c>shutdown</c> came: the server said that it stops.</summary>
    public bool SaidFarewell { get; private set; }

    /// <summary>Connects and sends the request.</summary>
    public static StreamConnection Open(int port, WireProtocol protocol, byte[] request, LatencySampler? sampler = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var openedAt = Stopwatch.GetTimestamp();
            socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            socket.Send(request);
            return new StreamConnection(socket, protocol, sampler) { OpenedAt = openedAt };
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Reads what is there. The loop calls it when the socket is readable.</summary>
    /// <returns>Whether more can come.</returns>
    public bool Receive(byte[] buffer)
    {
        var length = _socket.Receive(buffer, SocketFlags.None, out var error);
        if (error is SocketError.WouldBlock or SocketError.Interrupted)
        {
            return true;
        }

        if (length == 0 || error != SocketError.Success)
        {
            OnEnd(clean: false);
            return false;
        }

        _reader.Read(buffer.AsSpan(0, length));
        return EndedAt == 0;
    }

    public void Send(byte[] bytes) => _socket.Send(bytes);

    public void OnHeaders(int status)
    {
        if (status != 200)
        {
            throw new InvalidDataException($"The server answered {status}.");
        }

        HeadersAt = Stopwatch.GetTimestamp();
    }

    public void OnBody(ReadOnlySpan<byte> body)
    {
        var before = _counter.Events;
        _counter.Add(body);
        _sampler?.Add(body);
        if (before == 0 && _counter.Events > 0)
        {
            FirstEventAt = Stopwatch.GetTimestamp();
        }

        // Looked for only in small pieces, so that a burst is not searched twice.
        if (body.Length < 512 && body.IndexOf("event: shutdown\n"u8) >= 0)
        {
            SaidFarewell = true;
        }
    }

    public void OnEnd(bool clean)
    {
        if (EndedAt == 0)
        {
            EndedAt = Stopwatch.GetTimestamp();
            EndedCleanly = clean;
        }
    }

    public void Dispose() => _socket.Dispose();
}

/// <summary>How the bytes travel.</summary>
internal enum WireProtocol
{
    Http1,
    Http2,
}
