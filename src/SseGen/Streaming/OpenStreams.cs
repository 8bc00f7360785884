namespace SseGen.Streaming;

/// <summary>The streams of this process that are open, so that the host can end them all.</summary>
internal sealed class OpenStreams
{
    private readonly Lock _gate = new();
    private StreamLifetime? _first;
    private bool _closed;

    public int Count { get; private set; }

    /// <summary>Takes in a stream, unless the host stops.</summary>
    public bool TryAdd(StreamLifetime stream)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            stream.Next = _first;
            _first?.Previous = stream;
            _first = stream;
            Count++;
            return true;
        }
    }

    public void Remove(StreamLifetime stream)
    {
        lock (_gate)
        {
            if (stream.Previous is { } previous)
            {
                previous.Next = stream.Next;
            }
            else if (_first == stream)
            {
                _first = stream.Next;
            }
            else
            {
                return; // never taken in, or removed before
            }

            stream.Next?.Previous = stream.Previous;
            stream.Previous = null;
            stream.Next = null;
            Count--;
        }
    }

    /// <summary>Takes in no stream from now on, and gives those that are open.</summary>
    public List<StreamLifetime> Close()
    {
        lock (_gate)
        {
            _closed = true;
            var streams = new List<StreamLifetime>(Count);
            for (var stream = _first; stream is not null; stream = stream.Next)
            {
                streams.Add(stream);
            }

            return streams;
        }
    }
}
