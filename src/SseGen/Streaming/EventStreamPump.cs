using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>
/// One stream from its first event to its last word: a single loop that pulls, writes and flushes, and the only one that ever
/// touches the response.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync is called once and releases all.")]
internal sealed partial class EventStreamPump : IStreamStepper
{
    private readonly StreamLifetime _lifetime;
    private readonly FrameSource _source;
    private readonly EventStreamContext _context;
    private readonly PipeEventBuffer _buffer;

    private Pull _pull;
    private Pause _pause;
    private bool _flushNeeded;
    private long _events;
    private long _eventsSent;
    private Exception? _fault;
    private bool _handlerIgnoresToken;

    public EventStreamPump(FrameSource source, EventStreamContext context)
    {
        _lifetime = context.Lifetime;
        _source = source;
        _context = context;
        _buffer = new PipeEventBuffer(context.HttpContext.Response.BodyWriter);
    }

    /// <summary>What the sending of events is interrupted for.</summary>
    private enum Pause
    {
        /// <summary>What has been written is to leave.</summary>
        Flush,

        /// <summary>What has been written is leaving, and the client takes its time.</summary>
        Flushing,

        /// <summary>Nothing can be done before there is a signal.</summary>
        Signal,

        /// <summary>The stream ends.</summary>
        End,
    }

    private EndpointStreams Endpoint => _lifetime.Endpoint;

    private StreamSettings Settings => Endpoint.Settings;

    private HttpContext HttpContext => _context.HttpContext;

    /// <summary>Runs the stream, once, and releases everything that it holds.</summary>
    public async Task RunAsync()
    {
        using var activity = EventStreamMetrics.StartActivity(Endpoint.RoutePattern, Endpoint.HandlerName);
        try
        {
            if (await OpenAsync())
            {
                _executionContext = ExecutionContext.Capture();
                _pause = SendEvents(StreamSignals.None);
                while (_pause != Pause.End)
                {
                    var signals = StreamSignals.None;
                    if (_pause == Pause.Signal)
                    {
                        signals = await _lifetime.Signal.WaitAsync(stepper: this);
                        if (signals == StreamSignals.None)
                        {
                            // Steps have gone on meanwhile, as far as they could.
                            continue;
                        }
                    }
                    else
                    {
                        await (_pause == Pause.Flush ? FlushAsync() : TakePendingFlush());
                    }

                    _pause = SendEvents(signals);
                }

                await SettleAsync();
                await SayLastWordAsync();
                OnEnded(activity);
            }
        }
        finally
        {
            await ReleaseAsync();
            _buffer.Dispose();
        }
    }

    /// <summary>
    /// The commit window: a source that fails while nothing has been sent fails as any request does. One that is merely quiet gets
    /// its headers sent, so that the client knows that it is connected.
    /// </summary>
    /// <returns>Whether there is a response to go on with.</returns>
    private async ValueTask<bool> OpenAsync()
    {
        using var held = new HeldEventBuffer();
        try
        {
            _pull = Advance();
            if (_pull == Pull.Pending)
            {
                await AwaitFirstItemAsync();
            }

            if (_pull == Pull.Item && _lifetime.End != EventStreamEnd.ClientClosed)
            {
                WriteItem(held, enough: 0);
            }
        }
        catch (Exception exception) when (_lifetime.IsEnding)
        {
            OnThrownWhileEnding(exception);
        }

        if (_lifetime.End == EventStreamEnd.ClientClosed)
        {
            return false;
        }

        EventStreamResponse.SetHeaders(HttpContext.Response);
        await HttpContext.Response.StartAsync();
        Settings.Frames.WriteRetry(_buffer);
        held.MoveTo(_buffer);
        _flushNeeded = true;
        _lifetime.BeginStreaming();
        return true;
    }

    private async ValueTask AwaitFirstItemAsync()
    {
        var commitAt = _lifetime.OpenedAt + Settings.CommitWindow;
        _lifetime.SetAlarm(commitAt);
        while (_pull == Pull.Pending)
        {
            var signals = await _lifetime.Signal.WaitAsync();
            if ((signals & StreamSignals.SourceReturned) != 0)
            {
                _pull = Collect();
            }
            else if ((signals & StreamSignals.Alarm) != 0)
            {
                return;
            }
            else if (_lifetime.IsEnding)
            {
                await SettleAsync();
                return;
            }
        }

        _lifetime.ClearAlarm();
    }

    /// <summary>
    /// Goes on until there is something to wait for. No async method, so that a quiet stream has one state machine less to keep, and a
    /// busy one runs a plain loop.
    /// </summary>
    /// <param name="signals">What the last wait has ended with.</param>
    private Pause SendEvents(StreamSignals signals)
    {
        try
        {
            OnSignals(signals);
            while (true)
            {
                if (_pull == Pull.Item)
                {
                    WriteItem(_buffer, Settings.FlushThreshold - _buffer.UnflushedBytes);
                }

                if (_lifetime.IsEnding)
                {
                    return Pause.End;
                }

                if (_pull == Pull.End)
                {
                    _lifetime.TryEnd(_lifetime.SourceWasCutShort ? EventStreamEnd.HostStopping : EventStreamEnd.Completed);
                    return Pause.End;
                }

                if (_pull == Pull.Idle)
                {
                    _pull = Advance();
                }

                // What has gathered leaves when no more is ready, or enough of it is there.
                if (_pull == Pull.Pending ? _flushNeeded : _buffer.UnflushedBytes >= Settings.FlushThreshold)
                {
                    return Pause.Flush;
                }

                if (_pull == Pull.Pending)
                {
                    return Pause.Signal;
                }
            }
        }
        catch (Exception exception)
        {
            OnSourceFailed(exception);
            return Pause.End;
        }
    }

    private void OnSignals(StreamSignals signals)
    {
        if ((signals & StreamSignals.SourceReturned) != 0)
        {
            _pull = Collect();
        }
        else if ((signals & StreamSignals.HeartbeatDue) != 0 && !_lifetime.IsEnding)
        {
            ServiceFrames.WriteHeartbeat(_buffer);
            _flushNeeded = true;
        }
    }

    private void WriteItem(EventBuffer buffer, long enough)
    {
        _events += _source.WriteCurrent(buffer, enough);
        _pull = Pull.Idle;

        // A topic's subscriber may have been woken for events that do not concern it.
        _flushNeeded |= _buffer.UnflushedBytes > 0;
    }

    private Pull Advance()
    {
        // Should it throw, there is nothing more to ask for.
        _pull = Pull.End;
        return _source.MoveNext();
    }

    private Pull Collect()
    {
        _pull = Pull.End;
        return _source.EndMove();
    }
}
