using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SseGen.Tests.Streaming.Kit;

namespace SseGen.Tests.Streaming;

/// <summary>Meter and activity source <c>SseGen</c> as OpenTelemetry sees them.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetryTests : IDisposable
{
    // The listeners hear every application of the process, and keep what tests before this one have left: a route of its own tells
    // this one's apart.
    private readonly string _route = $"/telemetry-{Guid.NewGuid():n}";
    private readonly List<Metric> _metrics = [];
    private readonly List<Activity> _activities = [];
    private readonly MeterProvider _meters;
    private readonly TracerProvider _traces;

    public TelemetryTests()
    {
        _meters = Sdk.CreateMeterProviderBuilder().AddMeter("SseGen").AddInMemoryExporter(_metrics).Build();
        _traces = Sdk.CreateTracerProviderBuilder().AddSource("SseGen", "Microsoft.AspNetCore").AddInMemoryExporter(_activities).Build();
    }

    [Fact]
    public async Task A_stream_is_measured_from_its_opening_to_its_end()
    {
        var feed = new Feed();
        feed.Send("12");
        await using var app = await StartAsync(feed);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();
        Assert.Equal(1, Sum("sse.server.active_streams"));
        feed.Send("34", "56");
        await stream.NextAsync();
        app.Time.Advance(TimeSpan.FromSeconds(7));
        feed.End();
        await stream.ReadToEndAsync();
        await app.NoStreamIsOpenAsync();

        Assert.Equal(0, Sum("sse.server.active_streams"));
        Assert.Equal(3, Sum("sse.server.events"));
        Assert.Equal(3 * "data: 12\n\n".Length, Sum("sse.server.bytes"));
        Assert.Equal((1, 7.0), Histogram("sse.server.stream.duration", ("sse.end", "Completed")));
        Assert.Equal((1, 0.0), Histogram("sse.server.time_to_first_event"));
        Assert.Empty(Points("sse.server.slow_clients"));
    }

    [Fact]
    public async Task A_slow_client_is_counted()
    {
        var feed = new Feed();
        Backpressure.Fill(feed);
        await using var app = await StartAsync(feed);
        await using var connection = await SseGen.TestKit.RawConnection.OpenAsync(app.Server.Http1Address, receiveBuffer: 4096);
        await connection.GetAsync(_route);
        await feed.Started;

        await app.TurnUntilAsync(feed.Finished, TimeSpan.FromSeconds(1));
        await app.NoStreamIsOpenAsync();

        Assert.Equal(1, Sum("sse.server.slow_clients"));
        Assert.Equal(1, Histogram("sse.server.stream.duration", ("sse.end", "SlowClient")).Count);
    }

    [Fact]
    public async Task No_tag_has_many_values()
    {
        var feed = new Feed();
        feed.Send(new Item("1", Id: "4711"));
        feed.End();
        await using var app = await StartAsync(feed);
        await using var stream = await app.OpenAsync();
        await stream.ReadToEndAsync();
        await app.NoStreamIsOpenAsync();

        Assert.Equal([("http.route", _route), ("sse.end", "Completed")], Points().SelectMany(Tags).Distinct().Order());
    }

    [Fact]
    public async Task A_stream_is_an_activity_that_tells_how_it_ended()
    {
        var feed = new Feed();
        feed.Send("1");
        await using var app = await StartAsync(feed);
        await using var stream = await app.OpenAsync();
        await stream.NextAsync();
        feed.End(new InvalidOperationException("broken"));
        var problem = await stream.NextAsync();
        await app.NoStreamIsOpenAsync();

        var activity = Assert.Single(_activities, activity => _route.Equals(activity.GetTagItem("http.route")));
        Assert.Equal("sse.stream", activity.OperationName);
        Assert.Equal("Tests.Handler", activity.GetTagItem("code.function.name"));
        Assert.Equal("Faulted", activity.GetTagItem("sse.end"));
        Assert.Equal(1L, activity.GetTagItem("sse.events"));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Contains(activity.Id!, problem.Data!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_is_in_the_log_with_a_stable_event_id()
    {
        var feed = new Feed();
        feed.Send("1", "2");
        feed.End();
        await using var app = await StartAsync(feed);
        await using var stream = await app.OpenAsync();
        await stream.ReadToEndAsync();

        var entry = await app.Server.Logs.FirstAsync(entry => entry.EventId.Name == "StreamEnded");
        Assert.Equal(("SseGen.EventStreams", 1, LogLevel.Debug), (entry.Category, entry.EventId.Id, entry.Level));
        Assert.Equal("Event stream of Tests.Handler has ended: Completed, 2 events.", entry.Message);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private Task<StreamApp> StartAsync(Feed feed) => StreamApp.StartAsync(feed.ReadAsync, new EventStreamAttribute(_route));

    private long Sum(string name) => Points(name).Sum(point => point.GetSumLong());

    private (long Count, double Sum) Histogram(string name, params (string Name, string Value)[] tags)
    {
        var point = Assert.Single(Points(name));
        Assert.Equal([("http.route", _route), .. tags], Tags(point));
        return (point.GetHistogramCount(), point.GetHistogramSum());
    }

    private List<MetricPoint> Points(string? name = null)
    {
        _metrics.Clear();
        _meters.ForceFlush();
        var points = new List<MetricPoint>();
        foreach (var metric in _metrics.Where(metric => name is null || metric.Name == name))
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                if (Tags(point).Contains(("http.route", _route)))
                {
                    points.Add(point);
                }
            }
        }

        return points;
    }

    private static List<(string Name, string Value)> Tags(MetricPoint point)
    {
        var tags = new List<(string, string)>();
        foreach (var tag in point.Tags)
        {
            tags.Add((tag.Key, (string)tag.Value!));
        }

        return tags;
    }
}
