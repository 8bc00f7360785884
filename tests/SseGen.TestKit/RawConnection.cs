using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SseGen.TestKit;

/// <summary>
/// HTTP/1.1 on a bare socket: sees where the server's chunks begin and end, tells a clean end of the body from a cut connection, can read as
/// slowly as it likes, and can go away without a word.
/// </summary>
public sealed class RawConnection : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly BufferedStream _stream;

    private RawConnection(Socket socket)
    {
        _socket = socket;
        _stream = new BufferedStream(new NetworkStream(socket, ownsSocket: true));
    }

    /// <summary>Connects; <paramref name="receiveBuffer"/> bytes, when given, is all that the kernel takes in before somebody reads.</summary>
    public static async Task<RawConnection> OpenAsync(Uri address, int? receiveBuffer = null)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
        {
            socket.ReceiveBufferSize = size;
        }

        await socket.ConnectAsync(address.Host, address.Port).Within($"a connection to {address}").ConfigureAwait(false);
        return new RawConnection(socket);
    }

    /// <summary>Sends a GET request with further header lines, if any.</summary>
    public Task GetAsync(string path, params string[] headers) => SendAsync(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n{string.Concat(headers.Select(line => line + "\r\n"))}\r\n");

    /// <summary>Sends text as it is.</summary>
    public async Task SendAsync(string text) =>
        await _socket.SendAsync(Encoding.Latin1.GetBytes(text)).Within("the request to be sent").ConfigureAwait(false);

    /// <summary>Reads the status line and the header lines, the latter under lower-case names; of a repeated one the last counts.</summary>
    public async Task<(int Status, IReadOnlyDictionary<string, string> Headers)> ReadHeadAsync()
    {
        var statusLine = await ReadLineAsync().ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync().ConfigureAwait(false) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return (int.Parse(statusLine.Split(' ')[1], CultureInfo.InvariantCulture), headers);
    }

    /// <summary>
    /// The next chunk of the body as text; <see langword="null"/> at the clean end, the chunk of no length.
    /// </summary>
    /// <exception cref="EndOfStreamException">The connection ended within the body.</exception>
    public async Task<string?> ReadChunkAsync()
    {
        var line = await ReadLineAsync().ConfigureAwait(false);
        var size = int.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var chunk = new byte[size];
        await _stream.ReadExactlyAsync(chunk).AsTask().Within("the rest of a chunk").ConfigureAwait(false);
        var end = await ReadLineAsync().ConfigureAwait(false);
        if (end.Length > 0)
        {
            throw new FormatException($"A chunk of {size} bytes is followed by '{end}'.");
        }

        return size == 0 ? null : Encoding.UTF8.GetString(chunk);
    }

    /// <summary>So many bytes of a body that has no chunks, as HTTP/1.0 knows none.</summary>
    public async Task<string> ReadTextAsync(int length)
    {
        var text = new byte[length];
        await _stream.ReadExactlyAsync(text).AsTask().Within($"{length} bytes of the body").ConfigureAwait(false);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>All chunks up to the clean end of the body.</summary>
    public async Task<IReadOnlyList<string>> ReadChunksAsync()
    {
        var chunks = new List<string>();
        while (await ReadChunkAsync().ConfigureAwait(false) is { } chunk)
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    /// <summary>Reads and forgets until the server closes the connection, without an allocation on the way; says how many bytes.</summary>
    public Task<long> SkipToEndAsync()
    {
        return SkipAsync().Within("the end of the connection");

        async Task<long> SkipAsync()
        {
            var buffer = new byte[64 * 1024];
            var total = 0L;
            while (await _stream.ReadAsync(buffer.AsMemory()).ConfigureAwait(false) is var count and > 0)
            {
                total += count;
            }

            return total;
        }
    }

    /// <summary>Whether the server has closed the connection; waits until it has, or sends something.</summary>
    public async Task<bool> IsClosedByServerAsync()
    {
        try
        {
            return await _stream.ReadAsync(new byte[1].AsMemory()).AsTask().Within("the server to close").ConfigureAwait(false) == 0;
        }
        catch (IOException)
        {
            // Reset: closed as well, only less politely.
            return true;
        }
    }

    /// <summary>Goes away as a killed client does: with a reset, and without reading what is still under way.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // First the socket: the buffered stream would wait for a read that is under way, and that one for the server.
        _socket.Dispose();
        return _stream.DisposeAsync();
    }

    private async Task<string> ReadLineAsync()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await _stream.ReadAsync(one.AsMemory()).AsTask().Within("a line").ConfigureAwait(false) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        throw new EndOfStreamException($"The connection ended after '{line}'.");
    }
}
