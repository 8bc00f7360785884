using Showcase.Page;
using SseGen;

namespace Showcase.Streams;

/// <summary>What does not change while the program runs.</summary>
public static class HostStreams
{
    /// <summary>Streams one event, which says what machine and process this is, and ends.</summary>
    [EventStream("/streams/host", EventType = "host")]
    public static async IAsyncEnumerable<HostInfo> Host()
    {
        await Task.CompletedTask;
        yield return HostInfo.Current;
    }
}
