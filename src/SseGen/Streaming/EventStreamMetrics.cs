using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SseGen.Streaming;

/// <summary>The instruments of the meter and the activity source <c>SseGen</c>. Each is tagged with <c>http.route</c>, and with nothing that has many values.</summary>
internal sealed class EventStreamMetrics
{
    public const string Name = "SseGen";

    private const string RouteTag = "http.route";
    private const string EndTag = "sse.end";

    private static readonly ActivitySource s_activities = new(Name);

    // Streams last from milliseconds to days; the usual boundaries of request durations end at 10 s.
    private static readonly InstrumentAdvice<double> s_lifetimes = new()
    {
        HistogramBucketBoundaries = [0.1, 1, 5, 15, 60, 300, 900, 3600, 14400, 86400],
    };

    private readonly UpDownCounter<long> _activeStreams;
    private readonly Counter<long> _events;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _slowClients;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _timeToFirstEvent;

    public EventStreamMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _activeStreams = meter.CreateUpDownCounter<long>("sse.server.active_streams", "{stream}", "Event streams that are open.");
        _events = meter.CreateCounter<long>("sse.server.events", "{event}", "Events sent by handlers.");
        _bytes = meter.CreateCounter<long>("sse.server.bytes", "By", "Bytes sent on event streams.");
        _slowClients = meter.CreateCounter<long>("sse.server.slow_clients", "{client}", "Clients cut off because they did not read.");
        _duration = meter.CreateHistogram("sse.server.stream.duration", "s", "How long event streams last.", tags: null, s_lifetimes);
        _timeToFirstEvent = meter.CreateHistogram<double>(
            "sse.server.time_to_first_event", "s", "Time from the request to its first event.");
    }

    /// <summary>Begins the activity of a stream; <see langword="null"/> when nobody listens.</summary>
    public static Activity? StartActivity(string route, string handler)
    {
        var activity = s_activities.StartActivity("sse.stream");
        activity?.SetTag(RouteTag, route);
        activity?.SetTag("code.function.name", handler);
        return activity;
    }

    public static void EndActivity(Activity? activity, EventStreamEnd reason, long events, Exception? fault)
    {
        activity?.SetTag(EndTag, reason.ToString());
        activity?.SetTag("sse.events", events);
        if (fault is not null)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            activity?.AddException(fault);
        }
    }

    public void StreamOpened(string route) => _activeStreams.Add(1, Route(route));

    public void StreamClosed(string route) => _activeStreams.Add(-1, Route(route));

    public void Sent(string route, long events, long bytes)
    {
        if (events > 0)
        {
            _events.Add(events, Route(route));
        }

        _bytes.Add(bytes, Route(route));
    }

    public void FirstEvent(string route, TimeSpan elapsed) => _timeToFirstEvent.Record(elapsed.TotalSeconds, Route(route));

    public void StreamEnded(string route, EventStreamEnd reason, TimeSpan duration)
    {
        _duration.Record(duration.TotalSeconds, Route(route), new(EndTag, reason.ToString()));
        if (reason == EventStreamEnd.SlowClient)
        {
            _slowClients.Add(1, Route(route));
        }
    }

    private static KeyValuePair<string, object?> Route(string route) => new(RouteTag, route);
}
