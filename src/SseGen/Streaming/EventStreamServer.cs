using System.ComponentModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SseGen.Streaming;

/// <summary>The event streams of this process: what they share, and all that are open. Registered by <c>AddEventStreams()</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamServer : IDisposable
{
    private readonly EventStreamOptions _options;
    private readonly ILogger _logger;
    private readonly CancellationTokenRegistration _stopping;
    private readonly ShutdownPlan _shutdownPlan;
    private long _drainUntil = StreamClock.Never;
    private long _abortAt = StreamClock.Never;

    internal EventStreamServer(
        IOptions<EventStreamOptions> options,
        IOptions<HostOptions> hostOptions,
        IHostApplicationLifetime host,
        ILoggerFactory loggerFactory,
        TimeProvider timeProvider,
        EventStreamMetrics metrics)
    {
        _options = options.Value;
        _logger = loggerFactory.CreateLogger("SseGen.EventStreams");
        _shutdownPlan = ShutdownPlan.Create(_options, hostOptions.Value.ShutdownTimeout);
        Metrics = metrics;
        OpenStreams = new OpenStreams(_options.MaxConnections, _options.MaxConnectionsPerUser);
        Clock = new StreamClock(timeProvider);
        Scheduler = new StreamScheduler(Clock);
        Stopping = host.ApplicationStopping;
        _stopping = Stopping.UnsafeRegister(static state => ((EventStreamServer)state!).OnStopping(), this);
    }

    internal StreamClock Clock { get; }

    internal StreamScheduler Scheduler { get; }

    internal OpenStreams OpenStreams { get; }

    internal EventStreamMetrics Metrics { get; }

    /// <summary>Fires when the host begins to stop.</summary>
    internal CancellationToken Stopping { get; }

    /// <summary>When the handlers of draining streams have to end; <see cref="StreamClock.Never"/> while the host does not stop.</summary>
    internal long DrainUntil => Volatile.Read(ref _drainUntil);

    /// <summary>When a client of a host that stops, and that still has not taken what was sent, is cut off.</summary>
    internal long AbortAt => Volatile.Read(ref _abortAt);

    /// <summary>Prepares what the streams of one endpoint share. Called once per endpoint, when it is built.</summary>
    /// <param name="settings">The handler's attribute.</param>
    /// <param name="routePattern">The endpoint's whole pattern, group prefixes included.</param>
    /// <param name="handlerName">The handler as the log names it: <c>Demo.MarketEndpoints.Trades</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is out of its range.</exception>
    public EndpointStreams ForEndpoint(EventStreamAttribute settings, string routePattern, string handlerName)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(routePattern);
        ArgumentNullException.ThrowIfNull(handlerName);
        var options = _options.OverriddenBy(settings);
        if (EventStreamOptionsValidator.Failures(options).FirstOrDefault() is { } failure)
        {
            throw new InvalidOperationException($"The event stream of {handlerName} cannot be mapped: {failure}");
        }

        var streamSettings = new StreamSettings(options, settings.Shutdown, settings.EventType, _shutdownPlan, Clock);
        return new EndpointStreams(this, streamSettings, routePattern, handlerName, _logger);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        Scheduler.Dispose();
    }

    private void OnStopping()
    {
        var streams = OpenStreams.Close();
        var now = Clock.Now;
        Volatile.Write(ref _drainUntil, now + Clock.Ticks(_shutdownPlan.DrainTimeout));
        Volatile.Write(ref _abortAt, _drainUntil + Clock.Ticks(_shutdownPlan.AbandonTimeout));
        foreach (var stream in streams)
        {
            stream.OnHostStopping();
        }
    }
}
