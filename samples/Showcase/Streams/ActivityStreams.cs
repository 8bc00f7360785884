using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Showcase.Activity;
using SseGen;

namespace Showcase.Streams;

/// <summary>What happens in the process that sends the streams.</summary>
public static class ActivityStreams
{
    /// <summary>
    /// Streams collections of garbage and streams that open and end, each kind
    /// with an event type of its own.
    /// </summary>
    [EventStream("/streams/activity")]
    public static async IAsyncEnumerable<SseItem<ActivityEntry>> Activity(
        ActivityFeed feed,
        [LastEventId] long? lastEventId,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in feed.ReadAsync(after: lastEventId ?? 0, cancellationToken))
        {
            yield return new SseItem<ActivityEntry>(entry, eventType: entry.Kind)
            {
                EventId = entry.Sequence.ToString(CultureInfo.InvariantCulture),
            };
        }
    }
}
