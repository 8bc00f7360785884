using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SseGen.Streaming;

/// <summary>What the streams of one endpoint share: settings, logger, name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointStreams
{
    internal EndpointStreams(EventStreamServer server, StreamSettings settings, string routePattern, string handlerName, ILogger logger)
    {
        Server = server;
        Settings = settings;
        RoutePattern = routePattern;
        HandlerName = handlerName;
        Logger = logger;
    }

    internal EventStreamServer Server { get; }

    internal StreamClock Clock => Server.Clock;

    internal EventStreamMetrics Metrics => Server.Metrics;

    internal StreamScheduler Scheduler => Server.Scheduler;

    internal StreamSettings Settings { get; }

    internal string RoutePattern { get; }

    internal string HandlerName { get; }

    internal ILogger Logger { get; }

    /// <summary>Opens the stream of one request; to be disposed of whatever becomes of it.</summary>
    public EventStreamSession Open(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        return Open(httpContext, cancellation: null);
    }

    /// <summary>Opens it with a token that somebody holds already.</summary>
    internal EventStreamSession Open(HttpContext httpContext, CancellationTokenSource? cancellation) => new(this, httpContext, cancellation);

    /// <summary>Whether the client has seen the last event there is, and must be told so with a 204.</summary>
    internal bool IsComplete(HttpContext httpContext) =>
        Settings.Frames.HasCompletion && EventStreamContext.ReadLastEventId(httpContext.Request) == ServiceFrames.CompletionId;
}
