namespace SseGen.Benchmarks.Client;

/// <summary>Takes a response's bytes as they come from the socket, in pieces of any size, and passes the body on.</summary>
internal abstract class ResponseReader(StreamConnection connection)
{
    protected StreamConnection Connection { get; } = connection;

    /// <summary>Reads what has arrived.</summary>
    public abstract void Read(ReadOnlySpan<byte> received);
}
