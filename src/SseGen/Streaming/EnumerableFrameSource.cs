using System.Runtime.CompilerServices;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>Events pulled from an async sequence, one item an event; many at a time when the sequence has them ready.</summary>
internal sealed class EnumerableFrameSource<T>(IAsyncEnumerator<T> items, EventFormatter<T> formatter, EventStreamContext context) : FrameSource
{
    /// <summary>What the sequence answered when it was asked ahead, and the pump has yet to hear.</summary>
    private ValueTask<bool>? _askedAhead;

    private ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter _move;

    public override Pull MoveNext() => context.Lifetime.Signal.Watch(Ask(), out _move) ? Pull.Pending : EndMove();

    public override Pull EndMove()
    {
        var move = _move;
        _move = default;
        return move.GetResult() ? Pull.Item : Pull.End;
    }

    public override int WriteCurrent(EventBuffer buffer, long enough)
    {
        var events = context.WriteNotices(buffer);
        var written = 0L;
        try
        {
            do
            {
                written += WriteItem(buffer);
                events++;
            }
            while (written < enough && !context.IsInterrupted && HasNext(items.MoveNextAsync()));
        }
        catch (Exception exception) when (events > 0)
        {
            // What has been written stands. The pump meets the exception where it would have met it one item at a time.
            _askedAhead = new ValueTask<bool>(Task.FromException<bool>(exception));
        }

        return events;
    }

    public override ValueTask DisposeAsync() => items.DisposeAsync();

    private ValueTask<bool> Ask()
    {
        if (_askedAhead is not { } answer)
        {
            return items.MoveNextAsync();
        }

        _askedAhead = null;
        return answer;
    }

    private int WriteItem(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        formatter.Write(ref writer, items.Current);
        return writer.Complete();
    }

    /// <summary>Whether the next item is ready. Any other answer is kept for the pump.</summary>
    private bool HasNext(ValueTask<bool> move)
    {
        if (move.IsCompletedSuccessfully)
        {
            if (move.Result)
            {
                return true;
            }

            move = new ValueTask<bool>(false);
        }

        _askedAhead = move;
        return false;
    }
}
