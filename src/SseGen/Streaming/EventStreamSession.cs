using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>
/// The stream of one request. It exists before the handler is called, because the handler's arguments come from it. Generated code:
/// <code>
/// using var stream = endpoint.Open(httpContext);
/// if (stream.IsRefused) { await stream.RefuseAsync(); return; }
/// await stream.RunAsync(Handler(…, stream.CancellationToken), formatter);
/// </code>
/// One that is never run leaves the response untouched.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamSession : IDisposable
{
    private readonly StreamLifetime _lifetime;
    private readonly Refusal _refusal;
    private bool _disposed;

    internal EventStreamSession(EndpointStreams endpoint, HttpContext httpContext, CancellationTokenSource? cancellation)
    {
        _lifetime = new StreamLifetime(endpoint, httpContext, cancellation ?? new CancellationTokenSource());
        Context = new EventStreamContext(httpContext, _lifetime);
        _refusal = Enter();
    }

    /// <summary>What the handler may want to know of its stream.</summary>
    public EventStreamContext Context { get; }

    /// <summary>The handler's token.</summary>
    public CancellationToken CancellationToken => _lifetime.CancellationToken;

    /// <summary>Whether the handler must not be called: <see cref="RefuseAsync"/> answers the request.</summary>
    public bool IsRefused => _refusal != Refusal.None;

    private EndpointStreams Endpoint => _lifetime.Endpoint;

    /// <summary>Answers the request without the handler.</summary>
    public Task RefuseAsync() => RefusalAnswer.WriteAsync(_refusal, Context.HttpContext, Endpoint.Settings);

    /// <summary>
    /// Sends the events, from the wait for the first one to the clean end of the response. An exception that the source throws
    /// before the response has begun comes out of it, every later one is the stream's own matter.
    /// </summary>
    public Task RunAsync<T>(IAsyncEnumerable<T> events, EventFormatter<T> formatter)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(formatter);
        return RunAsync(events is EventSubscription<T> subscription
            ? subscription.OpenFrames(Endpoint.Settings.EventTypeLine, Endpoint.Settings.FlushThreshold, _lifetime.Signal, CancellationToken)
            : new EnumerableFrameSource<T>(events.GetAsyncEnumerator(CancellationToken), formatter, Context));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lifetime.Close();
        if (!IsRefused && !_disposed)
        {
            Endpoint.Server.OpenStreams.Remove(_lifetime);
            Endpoint.Metrics.StreamClosed(Endpoint.RoutePattern);
        }

        _disposed = true;
    }

    /// <summary>
    /// Waits until the handler, and what stands before it, has set the stream up. What it throws comes out of it, unless it does what it was
    /// told to by its token.
    /// </summary>
    /// <returns>Whether there is something to answer with; if not, the request has been answered as far as anybody is there to hear it.</returns>
    internal async Task<bool> WaitForSetUpAsync(Task setUp)
    {
        try
        {
            if (setUp.IsCompleted || await Task.WhenAny(setUp, _lifetime.WhenAbandoned()) == setUp)
            {
                await setUp;
                return true;
            }

            EventStreamLog.HandlerLeftBehind(
                Endpoint.Logger, Endpoint.HandlerName, Endpoint.Clock.Length(Endpoint.Settings.AbandonTimeout).TotalSeconds);
        }
        catch (OperationCanceledException) when (_lifetime.IsEnding)
        {
            // The token has fired before there was a stream: the client has gone, or may come back later.
        }

        if (_lifetime.End != EventStreamEnd.ClientClosed && !Context.HttpContext.Response.HasStarted)
        {
            await RefusalAnswer.WriteAsync(Refusal.HostStopping, Context.HttpContext, Endpoint.Settings);
        }

        return false;
    }

    internal Task RunAsync(FrameSource source) => new EventStreamPump(source, Context).RunAsync();

    private Refusal Enter()
    {
        if (Endpoint.IsComplete(Context.HttpContext))
        {
            return Refusal.AlreadyComplete;
        }

        var streams = Endpoint.Server.OpenStreams;
        var refusal = streams.TryAdd(_lifetime, streams.CountsPerUser ? StreamUser.KeyOf(Context.HttpContext) : null);
        if (refusal == Refusal.None)
        {
            Endpoint.Metrics.StreamOpened(Endpoint.RoutePattern);
        }
        else
        {
            EventStreamLog.StreamRefused(Endpoint.Logger, Endpoint.HandlerName, refusal);
        }

        return refusal;
    }
}
