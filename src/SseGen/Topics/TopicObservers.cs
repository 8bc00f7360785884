using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace SseGen.Topics;

/// <summary>Who hears of what happens in the topics: metrics, presence hooks, log.</summary>
internal sealed partial class TopicObservers
{
    /// <summary>The registered name of the topic; never its key, of which there may be a million.</summary>
    private const string TopicTag = "sse.topic";

    private readonly IEventTopicPresence[] _presence;
    private readonly ILogger _logger;
    private readonly UpDownCounter<long> _subscribers;
    private readonly Counter<long> _lagged;

    public TopicObservers(IEnumerable<IEventTopicPresence> presence, ILoggerFactory loggerFactory, IMeterFactory meterFactory)
    {
        _presence = [.. presence];
        _logger = loggerFactory.CreateLogger("SseGen.Topics");
        var meter = meterFactory.Create("SseGen");
        _subscribers = meter.CreateUpDownCounter<long>("sse.topic.subscribers", "{subscriber}", "Subscribers of topics.");
        _lagged = meter.CreateCounter<long>("sse.topic.lagged", "{event}", "Times that a subscriber was told of a gap, or ended, because it fell behind.");
    }

    public void OnJoined(string topic, object? key, EventStreamContext? context)
    {
        _subscribers.Add(1, new KeyValuePair<string, object?>(TopicTag, topic));
        foreach (var hook in _presence)
        {
            try
            {
                hook.OnJoined(new EventTopicSubscriber(topic, key, context));
            }
            catch (Exception exception)
            {
                LogPresenceFailed(exception, topic);
            }
        }
    }

    public void OnLeft(string topic, object? key, EventStreamContext? context)
    {
        _subscribers.Add(-1, new KeyValuePair<string, object?>(TopicTag, topic));
        foreach (var hook in _presence)
        {
            try
            {
                hook.OnLeft(new EventTopicSubscriber(topic, key, context));
            }
            catch (Exception exception)
            {
                LogPresenceFailed(exception, topic);
            }
        }
    }

    public void OnLagged(string topic, LagPolicy policy) => _lagged.Add(
        1,
        new KeyValuePair<string, object?>(TopicTag, topic),
        new KeyValuePair<string, object?>("sse.topic.policy", policy == LagPolicy.Disconnect ? "disconnect" : "skip"));

    [LoggerMessage(101, LogLevel.Error, "A presence hook of the topic {Topic} has failed.", EventName = "PresenceHookFailed")]
    private partial void LogPresenceFailed(Exception exception, string topic);
}
