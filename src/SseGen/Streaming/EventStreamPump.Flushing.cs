using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace SseGen.Streaming;

// How bytes leave. A connection that fails ends the stream; it never throws into the loop, which takes an exception for the source's.
internal sealed partial class EventStreamPump
{
    private ValueTask FlushAsync()
    {
        _flushNeeded = false;
        CountSent();
        try
        {
            var flush = _buffer.FlushAsync(CancellationToken.None);
            if (!flush.IsCompletedSuccessfully)
            {
                return AwaitFlushAsync(flush);
            }

            OnFlushed(flush.Result);
        }
        catch (Exception exception)
        {
            OnConnectionFailed(exception);
        }

        return ValueTask.CompletedTask;
    }

    // A client that reads slower than events come makes every flush wait, which is no reason to allocate for each.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitFlushAsync(ValueTask<FlushResult> flush)
    {
        _lifetime.NoteFlushPending();
        try
        {
            OnFlushed(await flush);
        }
        catch (Exception exception)
        {
            OnConnectionFailed(exception);
        }
    }

    private void CountSent()
    {
        if (_buffer.UnflushedBytes == 0)
        {
            return;
        }

        if (_eventsSent == 0 && _events > 0)
        {
            Endpoint.Metrics.FirstEvent(Endpoint.RoutePattern, Elapsed);
        }

        Endpoint.Metrics.Sent(Endpoint.RoutePattern, _events - _eventsSent, _buffer.UnflushedBytes);
        _eventsSent = _events;
    }

    private void OnFlushed(FlushResult result)
    {
        _lifetime.NoteFlushed();
        if (result.IsCompleted || result.IsCanceled)
        {
            _lifetime.TryEnd(EventStreamEnd.ClientClosed);
        }
    }

    private void OnConnectionFailed(Exception exception)
    {
        _lifetime.NoteFlushed();
        _lifetime.TryEnd(EventStreamEnd.ClientClosed);
        EventStreamLog.ConnectionFailed(Endpoint.Logger, exception, Endpoint.HandlerName);

        // Whatever a middleware's body has made of it, no further byte may follow what could be half an event.
        HttpContext.Abort();
    }
}
