using System.Diagnostics;

namespace SseGen.Benchmarks.Client;

/// <summary>The streams of one server. Several groups may share a loop: nobody's bytes lie about then while another's are waited for.</summary>
internal sealed class StreamGroup
{
    private readonly StreamConnection[] _connections;

    private StreamGroup(StreamConnection[] connections) => _connections = connections;

    public IReadOnlyList<StreamConnection> Connections => _connections;

    /// <summary>How many have not ended.</summary>
    public int Open => _connections.Count(connection => connection.EndedAt == 0);

    /// <summary>How many have had their headers.</summary>
    public int Answered => _connections.Count(connection => connection.HeadersAt != 0);

    public bool AllHaveAnEvent => Array.TrueForAll(_connections, connection => connection.FirstEventAt != 0);

    /// <summary>Connects and asks, one after the other, and reads meanwhile what comes.</summary>
    /// <param name="loop">Reads.</param>
    /// <param name="port">Where to.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="path">What for.</param>
    /// <param name="streams">How many.</param>
    /// <param name="perSecond">How many at the most in a second; zero: as many as can be.</param>
    public static StreamGroup Connect(EpollLoop loop, int port, WireProtocol protocol, string path, int streams, int perSecond = 0)
    {
        var started = Stopwatch.GetTimestamp();
        var request = protocol == WireProtocol.Http2 ? Requests.Http2(path) : Requests.Http1(path);
        var connections = new StreamConnection[streams];
        for (var i = 0; i < streams; i++)
        {
            connections[i] = StreamConnection.Open(port, protocol, request);
            loop.Watch(connections[i]);
            loop.ReadOnce(waitMilliseconds: 0);
            while (perSecond > 0 && Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond < i)
            {
                loop.ReadOnce(waitMilliseconds: 1);
            }
        }

        return new StreamGroup(connections);
    }
}
