using Showcase.Metrics;

namespace SseGen.Showcase.Tests.Metrics;

public sealed class NetworkCountsTests
{
    [Fact]
    public void Interfaces_are_added_up_without_the_loopback_and_virtual_ones()
    {
        var counts = NetworkCounts.Parse("""
            Inter-|   Receive                                                |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                lo:    3193      29    0    0    0     0          0         0     3193      29    0    0    0     0       0          0
              ifb0:       9       0    0    0    0     0          0         0        9       0    0    0    0     0       0          0
              eth0: 707632754   15598    0    0    0     0          0         0   873488   10656    0    0    0     0       0          0
             wlan0:1000 1 0 0 0 0 0 0 2000 1 0 0 0 0 0 0
            veth12ab: 50 1 0 0 0 0 0 0 50 1 0 0 0 0 0 0
            docker0: 50 1 0 0 0 0 0 0 50 1 0 0 0 0 0 0
            """u8);

        Assert.Equal(new NetworkCounts(707632754L + 1000, 873488L + 2000), counts);
    }

    [Fact]
    public void Where_there_is_no_such_file_the_system_is_asked()
    {
        var counts = NetworkCounts.AskSystem();

        Assert.True(counts is { BytesReceived: >= 0, BytesSent: >= 0 });
    }
}
