using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace SseGen;

/// <summary>
/// What a push handler writes its events to: a handler that returns <see cref="Task"/> or <see cref="ValueTask"/> and takes this as a
/// parameter. The stream ends when the handler's task does.
/// </summary>
/// <typeparam name="T">What the stream yields: a payload, or a <see cref="System.Net.ServerSentEvents.SseItem{T}"/> of one.</typeparam>
/// <remarks>
/// Any number of threads may write at once; what one of them writes, one after the other, is sent in that order. At most
/// <see cref="Capacity"/> events wait to be sent: who writes more waits until the client has taken some.
/// </remarks>
public sealed class EventStreamWriter<T>
{
    /// <summary>How many events may wait to be sent: 64.</summary>
    public const int Capacity = 64;

    private readonly Channel<T> _channel = Channel.CreateBounded<T>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly CancellationToken _streamEnding;

    internal EventStreamWriter(CancellationToken streamEnding) => _streamEnding = streamEnding;

    /// <summary>Writes an event; completes when there is room for it.</summary>
    /// <param name="item">The event.</param>
    /// <param name="cancellationToken">Gives up waiting for room. The stream's own token need not be given: its end is noticed anyway.</param>
    /// <exception cref="OperationCanceledException">The stream is ending (the handler's own token has fired), or <paramref name="cancellationToken"/> has.</exception>
    /// <exception cref="InvalidOperationException">The stream has ended, because the handler has returned.</exception>
    public ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) =>
        _channel.Writer.TryWrite(item) ? ValueTask.CompletedTask : WaitAndWriteAsync(item, cancellationToken);

    /// <summary>The events, for as long as <paramref name="handler"/> runs. A failure of the handler is one of the sequence.</summary>
    internal async IAsyncEnumerable<T> RunAsync(Func<Task> handler, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var running = CompleteAfterAsync(handler);
        try
        {
            await foreach (var item in _channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return item;
            }
        }
        finally
        {
            // When the stream ends before the handler: who still writes is told, and the handler's own clean-up is waited for.
            _channel.Writer.TryComplete();
            if (await running is { } failure and not OperationCanceledException && !IsOfLateWrite(failure))
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async ValueTask WaitAndWriteAsync(T item, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            _streamEnding.ThrowIfCancellationRequested();
            throw new InvalidOperationException(
                "The event stream has ended: its handler has returned, or has failed. Nothing can be written to it any more.", exception);
        }
    }

    private static bool IsOfLateWrite(Exception failure) => failure is InvalidOperationException { InnerException: ChannelClosedException };

    private async Task<Exception?> CompleteAfterAsync(Func<Task> handler)
    {
        try
        {
            await handler();
            _channel.Writer.TryComplete();
            return null;
        }
        catch (Exception exception)
        {
            _channel.Writer.TryComplete(exception);
            return exception;
        }
    }
}
