namespace Showcase.Metrics;

/// <summary>The traffic of the machine's network interfaces.</summary>
internal sealed class NetworkReader
{
    private readonly ProcFile _netDev = new("/proc/net/dev");
    private Counter _received, _sent;

    /// <summary>The traffic since the last call.</summary>
    public NetworkSample Read(TimeSpan elapsed)
    {
        var counts = _netDev.TryRead(out var text) ? NetworkCounts.Parse(text) : NetworkCounts.AskSystem();
        return new NetworkSample(
            Round.Rate(_received.PerSecond(counts.BytesReceived, elapsed)),
            Round.Rate(_sent.PerSecond(counts.BytesSent, elapsed)));
    }
}
