using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace SseGen.Streaming;

/// <summary>
/// Everything that can happen to a stream from outside of its pump: the client goes, the host stops, a deadline comes. It decides
/// the one reason for which the stream ends, fires the handler's token, and wakes the pump.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification =
    "The token source holds no timer, link or wait handle, and a handler that was left behind may still use its token.")]
internal sealed class StreamLifetime : ScheduledItem, IThreadPoolWorkItem
{
    private const int NotEnding = -1;

    private readonly HttpContext _httpContext;

    private readonly CancellationTokenSource _cancellation;
    private readonly CancellationTokenRegistration _clientGone;

    private int _end = NotEnding;
    private bool _streaming;
    private long _alarm = StreamClock.Never;
    private long _lastWrite;
    private long _flushPendingSince = StreamClock.Never;
    private TaskCompletionSource? _abandoned;
    private bool _closed;

    public StreamLifetime(EndpointStreams endpoint, HttpContext httpContext, CancellationTokenSource cancellation)
    {
        Endpoint = endpoint;
        _httpContext = httpContext;
        OpenedAt = Clock.Now;
        _cancellation = cancellation;
        _clientGone = httpContext.RequestAborted.UnsafeRegister(
            static state => ((StreamLifetime)state!).TryEnd(EventStreamEnd.ClientClosed), this);
    }

    /// <summary>What it shares with the other streams of its endpoint.</summary>
    public EndpointStreams Endpoint { get; }

    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Fires when the host begins to stop.</summary>
    public CancellationToken Stopping => Endpoint.Server.Stopping;

    public StreamSignal Signal { get; } = new();

    public long OpenedAt { get; }

    /// <summary>When it was decided that the stream ends.</summary>
    public long EndedAt { get; private set; }

    /// <summary>The reason for which the stream ends or has ended; <see langword="null"/> while it goes on.</summary>
    public EventStreamEnd? End => Volatile.Read(ref _end) is var end and not NotEnding ? (EventStreamEnd)end : null;

    public bool IsEnding => Volatile.Read(ref _end) != NotEnding;

    // The token's callbacks run in no order to rely on: a source may have ended for it before this stream was told.
    public bool HostIsStopping => Endpoint.Server.AbortAt != StreamClock.Never || Stopping.IsCancellationRequested;

    /// <summary>Whether the source has given less than it had to give: what it read from has ended because the host stops.</summary>
    public bool SourceWasCutShort { get; private set; }

    /// <summary>Whether the handler may go on for a while when the host stops.</summary>
    public bool Drains => Settings.Shutdown == EventStreamShutdown.Drain;

    /// <summary>Neighbours in the <see cref="OpenStreams"/>, whose lock they belong to.</summary>
    internal StreamLifetime? Previous { get; set; }

    internal StreamLifetime? Next { get; set; }

    /// <summary>Whose count this stream is in.</summary>
    internal string? User { get; set; }

    private StreamClock Clock => Endpoint.Clock;

    private StreamSettings Settings => Endpoint.Settings;

    /// <summary>Ends the stream for a reason, unless it ends already for another.</summary>
    public bool TryEnd(EventStreamEnd reason)
    {
        if (Interlocked.CompareExchange(ref _end, (int)reason, NotEnding) != NotEnding)
        {
            return false;
        }

        EndedAt = Clock.Now;
        if (reason != EventStreamEnd.Completed)
        {
            // The handler's callbacks run in the token's Cancel: not on the timer's thread, and not one stream behind the other.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        Signal.Raise(StreamSignals.Ending);
        return true;
    }

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            EventStreamLog.CancellationCallbackFailed(Endpoint.Logger, exception, Endpoint.HandlerName);
        }
    }

    /// <summary>
    /// The host begins to stop. An endless stream ends now; one that drains has until <see cref="EventStreamServer.DrainUntil"/>.
    /// </summary>
    public void OnHostStopping()
    {
        if (Settings.Shutdown == EventStreamShutdown.Cancel)
        {
            TryEnd(EventStreamEnd.HostStopping);
        }

        // Also when it ends already: its handler may be one that has to be left behind now.
        Endpoint.Scheduler.Schedule(this, Clock.Now);
    }

    /// <summary>The response has begun; from now on silence and the stream's age count.</summary>
    public void BeginStreaming()
    {
        NoteWrite();
        Volatile.Write(ref _streaming, true);

        // Nothing has been looked at yet, so that what is due already is a deadline as well.
        Endpoint.Scheduler.Schedule(this, NextDeadline(Clock.Now, horizon: long.MinValue));
    }

    /// <summary>The source's own end is no completion.</summary>
    public void NoteSourceCutShort() => SourceWasCutShort = true;

    /// <summary>Something has been sent.</summary>
    public void NoteWrite() => Volatile.Write(ref _lastWrite, Clock.Now);

    /// <summary>The client does not take what is sent as fast as it comes.</summary>
    public void NoteFlushPending()
    {
        Volatile.Write(ref _flushPendingSince, Clock.Now);
        if (HostIsStopping)
        {
            Endpoint.Scheduler.Schedule(this, Endpoint.Server.AbortAt);
        }
    }

    public void NoteFlushed()
    {
        Volatile.Write(ref _flushPendingSince, StreamClock.Never);
        NoteWrite();
    }

    /// <summary>Raises <see cref="StreamSignals.Alarm"/> at a point in time.</summary>
    public void SetAlarm(long time)
    {
        Volatile.Write(ref _alarm, time);
        Endpoint.Scheduler.Schedule(this, time);
    }

    public void ClearAlarm() => Volatile.Write(ref _alarm, StreamClock.Never);

    /// <summary>
    /// Completes when the host, which stops, will not wait for the handler any longer: <see cref="StreamSettings.AbandonTimeout"/>
    /// after the handler's token has fired.
    /// </summary>
    public Task WhenAbandoned()
    {
        _abandoned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Endpoint.Scheduler.Schedule(this, Clock.Now);
        return _abandoned.Task;
    }

    /// <summary>The stream is over; nothing from outside reaches it any longer, and nothing of it reaches the connection.</summary>
    public void Close()
    {
        _clientGone.Unregister();
        Endpoint.Scheduler.Retire(this);
        lock (_cancellation)
        {
            _closed = true;
        }
    }

    public override long OnDeadline(long now, long horizon)
    {
        if (horizon >= Volatile.Read(ref _alarm))
        {
            ClearAlarm();
            Signal.Raise(StreamSignals.Alarm);
        }

        CheckClient(horizon);
        if (_abandoned is { } abandoned && IsEnding && HostIsStopping && horizon >= AbandonAt)
        {
            abandoned.TrySetResult();
        }

        if (!IsEnding && horizon >= Endpoint.Server.DrainUntil)
        {
            TryEnd(EventStreamEnd.HostStopping);
        }

        if (!IsEnding && _streaming)
        {
            CheckStream(horizon);
        }

        return NextDeadline(now, horizon);
    }

    private long AbandonAt => StreamClock.Add(EndedAt, Settings.AbandonTimeout);

    private long DurationReachedAt => StreamClock.Add(OpenedAt, Settings.MaxDuration);

    private long HeartbeatDueAt => StreamClock.Add(Volatile.Read(ref _lastWrite), Settings.HeartbeatInterval);

    private void CheckClient(long horizon)
    {
        var since = Volatile.Read(ref _flushPendingSince);
        if (since == StreamClock.Never)
        {
            return;
        }

        if (horizon >= StreamClock.Add(since, Settings.SendTimeout))
        {
            TryEnd(EventStreamEnd.SlowClient);
            Abort();
        }
        else if (horizon >= Endpoint.Server.AbortAt)
        {
            Abort();
        }
    }

    private void CheckStream(long horizon)
    {
        if (horizon >= DurationReachedAt)
        {
            TryEnd(EventStreamEnd.DurationReached);
        }
        else if (horizon >= HeartbeatDueAt && Volatile.Read(ref _flushPendingSince) == StreamClock.Never)
        {
            Signal.Raise(StreamSignals.HeartbeatDue);
        }
    }

    private long NextDeadline(long now, long horizon)
    {
        var next = Coming(Volatile.Read(ref _alarm), horizon);
        if (_streaming)
        {
            // A flush that begins after this look runs out of patience no earlier than a whole timeout from now.
            var since = Volatile.Read(ref _flushPendingSince);
            next = Math.Min(next, since == StreamClock.Never
                ? Math.Max(StreamClock.Add(now, Settings.SendTimeout), horizon + 1)
                : Coming(StreamClock.Add(since, Settings.SendTimeout), horizon));
        }

        next = Math.Min(next, Coming(Endpoint.Server.AbortAt, horizon));
        if (IsEnding)
        {
            return _abandoned is { Task.IsCompleted: false } && HostIsStopping ? Math.Min(next, Coming(AbandonAt, horizon)) : next;
        }

        next = Math.Min(next, Coming(Endpoint.Server.DrainUntil, horizon));
        if (_streaming)
        {
            // A heartbeat that is due and not yet written is looked for again an interval later.
            var heartbeat = HeartbeatDueAt;
            next = Math.Min(next, heartbeat > horizon ? heartbeat : StreamClock.Add(now, Settings.HeartbeatInterval));
            next = Math.Min(next, Coming(DurationReachedAt, horizon));
        }

        return next;
    }

    private static long Coming(long time, long horizon) => time > horizon ? time : StreamClock.Never;

    // Abort runs the connection's own callbacks, which have no place under the scheduler's lock.
    private void Abort() => ThreadPool.UnsafeQueueUserWorkItem(static stream => stream.AbortUnlessClosed(), this, preferLocal: false);

    private void AbortUnlessClosed()
    {
        // Once the stream is over, the same HttpContext may already serve the connection's next request.
        lock (_cancellation)
        {
            if (!_closed)
            {
                _httpContext.Abort();
            }
        }
    }
}
