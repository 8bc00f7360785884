using System.Diagnostics;

namespace SseGen.Streaming;

// How a stream ends: the source comes back, the client hears the last word, the source is released.
internal sealed partial class EventStreamPump
{
    private void OnSourceFailed(Exception exception)
    {
        _buffer.DiscardEvent();
        _pull = Pull.Idle;
        if (_lifetime.TryEnd(EventStreamEnd.Faulted))
        {
            _fault = exception;
            EventStreamLog.StreamFaulted(Endpoint.Logger, exception, Endpoint.HandlerName);
        }
        else
        {
            OnThrownWhileEnding(exception);
        }
    }

    /// <summary>What a handler throws once its token has fired is the consequence, not a failure of the stream.</summary>
    private void OnThrownWhileEnding(Exception exception)
    {
        _buffer.DiscardEvent();
        _pull = Pull.Idle;
        if (exception is not OperationCanceledException)
        {
            EventStreamLog.HandlerThrewWhileEnding(
                Endpoint.Logger, exception, Endpoint.HandlerName, _lifetime.End.GetValueOrDefault());
        }
    }

    /// <summary>
    /// An iterator must not be disposed of while it works, so the pump waits for it, with bounded patience. An item that it has
    /// on its way is still delivered.
    /// </summary>
    private async ValueTask SettleAsync()
    {
        if (_pull != Pull.Pending || _handlerIgnoresToken)
        {
            return;
        }

        _lifetime.SetAlarm(_lifetime.EndedAt + Settings.AbandonTimeout);
        while (_pull == Pull.Pending)
        {
            var signals = await _lifetime.Signal.WaitAsync();
            if ((signals & StreamSignals.SourceReturned) != 0)
            {
                CollectLastItem();
            }
            else if ((signals & StreamSignals.Alarm) != 0)
            {
                _handlerIgnoresToken = true;
                EventStreamLog.HandlerIgnoresCancellation(
                    Endpoint.Logger, Endpoint.HandlerName, PatienceInSeconds, _lifetime.End.GetValueOrDefault());
                return;
            }
        }

        _lifetime.ClearAlarm();
    }

    private void CollectLastItem()
    {
        try
        {
            _pull = Collect();
            if (_pull == Pull.Item)
            {
                WriteItem(_buffer, enough: 0);
            }
        }
        catch (Exception exception)
        {
            OnThrownWhileEnding(exception);
        }
    }

    private async ValueTask SayLastWordAsync()
    {
        var frames = Settings.Frames;
        switch (_lifetime.End)
        {
            case EventStreamEnd.ClientClosed:
                return;
            case EventStreamEnd.SlowClient:
                // One that a topic sends away still reads; to one that does not, all of this is lost.
                _context.WriteNotices(_buffer);
                break;
            case EventStreamEnd.Faulted:
                frames.WriteFault(_buffer, _fault!, Activity.Current?.Id ?? HttpContext.TraceIdentifier, Settings.IncludeErrorDetails);
                break;
            case EventStreamEnd.Completed when frames.HasCompletion:
                frames.WriteCompletion(_buffer);
                break;
            case EventStreamEnd.Completed when _lifetime.HostIsStopping:
            case EventStreamEnd.HostStopping:
                frames.WriteFarewell(_buffer);
                break;
            case EventStreamEnd.DurationReached:
                frames.WriteReconnect(_buffer);
                break;
        }

        await FlushAsync();
        if (_pull == Pull.Pending)
        {
            // The handler keeps the request, but it shall not keep the client.
            await HttpContext.Response.CompleteAsync();
        }
    }

    private void OnEnded(Activity? activity)
    {
        var reason = _lifetime.End.GetValueOrDefault();
        EventStreamLog.StreamEnded(Endpoint.Logger, Endpoint.HandlerName, reason, _events);
        EventStreamMetrics.EndActivity(activity, reason, _events, _fault);
        Endpoint.Metrics.StreamEnded(Endpoint.RoutePattern, reason, Elapsed);
    }

    /// <summary>Releases the source, or leaves it behind when the host stops and has waited for it long enough.</summary>
    private async ValueTask ReleaseAsync()
    {
        var release = ReleaseSourceAsync();
        if (!release.IsCompleted && await Task.WhenAny(release, _lifetime.WhenAbandoned()) != release)
        {
            EventStreamLog.HandlerLeftBehind(Endpoint.Logger, Endpoint.HandlerName, PatienceInSeconds);
        }
    }

    private async Task ReleaseSourceAsync()
    {
        while (_pull == Pull.Pending)
        {
            if ((await _lifetime.Signal.WaitAsync() & StreamSignals.SourceReturned) != 0)
            {
                DropLastItem();
            }
        }

        try
        {
            await _source.DisposeAsync();
        }
        catch (OperationCanceledException) when (_lifetime.IsEnding)
        {
            // A clean-up that observes the token ends this way.
        }
        catch (Exception exception)
        {
            EventStreamLog.CleanUpFailed(Endpoint.Logger, exception, Endpoint.HandlerName);
        }
    }

    private void DropLastItem()
    {
        try
        {
            Collect();
        }
        catch (Exception exception)
        {
            OnThrownWhileEnding(exception);
        }
    }

    private TimeSpan Elapsed => Endpoint.Clock.Length(Endpoint.Clock.Now - _lifetime.OpenedAt);

    private double PatienceInSeconds => Endpoint.Clock.Length(Settings.AbandonTimeout).TotalSeconds;
}
