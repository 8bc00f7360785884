namespace SseGen.Streaming;

/// <summary>The streams of this process that are open: counted against the limits, and ended by a host that stops.</summary>
internal sealed class OpenStreams(int? maxConnections, int? maxConnectionsPerUser)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _perUser = new(StringComparer.Ordinal);
    private StreamLifetime? _first;
    private bool _closed;

    public int Count { get; private set; }

    /// <summary>Whether <see cref="TryAdd"/> wants to know the user.</summary>
    public bool CountsPerUser => maxConnectionsPerUser is not null;

    /// <summary>Takes in a stream, unless the host stops or a limit is reached.</summary>
    public Refusal TryAdd(StreamLifetime stream, string? user)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return Refusal.HostStopping;
            }

            if (Count >= maxConnections)
            {
                return Refusal.TooManyConnections;
            }

            if (user is not null && !TryCount(user))
            {
                return Refusal.TooManyConnectionsOfUser;
            }

            stream.User = user;
            stream.Next = _first;
            _first?.Previous = stream;
            _first = stream;
            Count++;
            return Refusal.None;
        }
    }

    /// <summary>Lets go of a stream that has been taken in.</summary>
    public void Remove(StreamLifetime stream)
    {
        lock (_gate)
        {
            if (stream.Previous is { } previous)
            {
                previous.Next = stream.Next;
            }
            else
            {
                _first = stream.Next;
            }

            stream.Next?.Previous = stream.Previous;
            stream.Previous = null;
            stream.Next = null;
            Count--;
            if (stream.User is { } user && --_perUser[user] is var left && left == 0)
            {
                _perUser.Remove(user);
            }
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

    private bool TryCount(string user)
    {
        var count = _perUser.GetValueOrDefault(user);
        if (count >= maxConnectionsPerUser)
        {
            return false;
        }

        _perUser[user] = count + 1;
        return true;
    }
}
