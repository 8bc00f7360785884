namespace SseGen.Streaming;

// What a waiting stream mostly does: it sends what has come, and waits again.
internal sealed partial class EventStreamPump
{
    private ExecutionContext? _executionContext;
    private StreamSignals _stepSignals;
    private ValueTask _pendingFlush;

    bool IStreamStepper.TryStep(StreamSignals signals)
    {
        _stepSignals = signals;
        if (_executionContext is { } context)
        {
            // As an await would have it: the handler's async locals, and whatever logs.
            ExecutionContext.Run(context, static pump => ((EventStreamPump)pump!).Step(), this);
        }
        else
        {
            Step();
        }

        return _pause == Pause.Signal;
    }

    private void Step()
    {
        _pause = SendEvents(_stepSignals);
        while (_pause == Pause.Flush)
        {
            var flush = FlushAsync();
            if (!flush.IsCompletedSuccessfully)
            {
                _pendingFlush = flush;
                _pause = Pause.Flushing;
                return;
            }

            flush.GetAwaiter().GetResult();
            _pause = SendEvents(StreamSignals.None);
        }
    }

    private ValueTask TakePendingFlush()
    {
        var flush = _pendingFlush;
        _pendingFlush = default;
        return flush;
    }
}
