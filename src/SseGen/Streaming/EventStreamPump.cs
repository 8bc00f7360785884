using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>
/// One stream from its first event to its last word: a single loop that pulls, writes and flushes, and the only one that ever
/// touches the response.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "RunAsync is called once and releases all.")]
internal sealed partial class EventStreamPump
{
    private readonly EndpointStreams _endpoint;
    private readonly StreamLifetime _lifetime;
    private readonly FrameSource _source;
    private readonly EventStreamContext _context;
    private readonly HttpContext _httpContext;
    private readonly PipeEventBuffer _buffer;
    private readonly Action _sourceReturned;

    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _move;
    private Pull _pull;
    private bool _flushNeeded;
    private long _events;
    private long _eventsSent;
    private Exception? _fault;
    private bool _handlerIgnoresToken;

    public EventStreamPump(EndpointStreams endpoint, StreamLifetime lifetime, FrameSource source, EventStreamContext context)
    {
        _endpoint = endpoint;
        _lifetime = lifetime;
        _source = source;
        _context = context;
        _httpContext = context.HttpContext;
        _buffer = new PipeEventBuffer(_httpContext.Response.BodyWriter);
        _sourceReturned = lifetime.Signal.RaiseSourceReturned;
    }

    /// <summary>Where the source stands.</summary>
    private enum Pull
    {
        /// <summary>It has not been asked for the next item.</summary>
        Idle,

        /// <summary>It has been asked, and works on it.</summary>
        Pending,

        /// <summary>Its current item has not been written.</summary>
        Item,

        /// <summary>It has nothing more to give.</summary>
        End,
    }

    private StreamSettings Settings => _endpoint.Settings;

    /// <summary>Runs the stream, once, and releases everything that it holds.</summary>
    public async Task RunAsync()
    {
        using var activity = EventStreamMetrics.StartActivity(_endpoint.RoutePattern, _endpoint.HandlerName);
        try
        {
            if (await OpenAsync())
            {
                await SendEventsAsync();
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

        EventStreamResponse.SetHeaders(_httpContext.Response);
        await _httpContext.Response.StartAsync();
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

    private async ValueTask SendEventsAsync()
    {
        try
        {
            while (true)
            {
                if (_pull == Pull.Item)
                {
                    WriteItem(_buffer, Settings.FlushThreshold - _buffer.UnflushedBytes);
                }

                if (_lifetime.IsEnding)
                {
                    return;
                }

                if (_pull == Pull.End)
                {
                    _lifetime.TryEnd(_lifetime.SourceWasCutShort ? EventStreamEnd.HostStopping : EventStreamEnd.Completed);
                    return;
                }

                if (_pull == Pull.Idle)
                {
                    _pull = Advance();
                }

                // What has gathered leaves when no more is ready, or enough of it is there.
                if (_pull == Pull.Pending ? _flushNeeded : _buffer.UnflushedBytes >= Settings.FlushThreshold)
                {
                    await FlushAsync();
                }

                if (_pull == Pull.Pending)
                {
                    var signals = await _lifetime.Signal.WaitAsync();
                    if ((signals & StreamSignals.SourceReturned) != 0)
                    {
                        _pull = Collect();
                    }
                    else if ((signals & StreamSignals.HeartbeatDue) != 0 && !_lifetime.IsEnding)
                    {
                        ServiceFrames.WriteHeartbeat(_buffer);
                        await FlushAsync();
                    }
                }
            }
        }
        catch (Exception exception)
        {
            OnSourceFailed(exception);
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
        return Watch(_source.MoveNextAsync());
    }

    private Pull Watch(ValueTask<bool> move)
    {
        _move = move.ConfigureAwait(false).GetAwaiter();
        if (_move.IsCompleted)
        {
            return Collect();
        }

        // Unlike an await this asks for no state machine, and so allocates nothing for an event.
        _move.UnsafeOnCompleted(_sourceReturned);
        return Pull.Pending;
    }

    private Pull Collect()
    {
        _pull = Pull.End;
        var move = _move;
        _move = default;
        return move.GetResult() ? Pull.Item : Pull.End;
    }
}
