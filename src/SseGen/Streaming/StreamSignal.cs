using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace SseGen.Streaming;

/// <summary>What a waiting pump is woken for.</summary>
[Flags]
internal enum StreamSignals
{
    None = 0,

    /// <summary>The source's pending operation has finished.</summary>
    SourceReturned = 1,

    /// <summary>Nothing has been written for the heartbeat interval.</summary>
    HeartbeatDue = 2,

    /// <summary>The alarm that the pump has set is due.</summary>
    Alarm = 4,

    /// <summary>The stream is to end.</summary>
    Ending = 8,
}

/// <summary>
/// The one thing a stream's pump waits for, whoever wakes it: its source, the timer, the host, the client. Because the pump alone
/// writes to the response, and writes only between two waits, no lock is needed and nothing can come between the lines of an event.
/// One instance serves all waits of a stream without an allocation.
/// </summary>
internal sealed class StreamSignal : IValueTaskSource<StreamSignals>
{
    private const int Waiting = 1 << 30, Stepping = 1 << 29;

    private ManualResetValueTaskSourceCore<StreamSignals> _core;
    private int _state;
    private IStreamStepper? _stepper;
    private Action? _sourceReturned;

    /// <summary>
    /// Raises <see cref="StreamSignals.SourceReturned"/> when an operation is over, unless it is over already. Unlike an await this asks
    /// for no state machine, and so allocates nothing for an event.
    /// </summary>
    /// <param name="operation">What a source works on.</param>
    /// <param name="awaiter">Has its result once it is over.</param>
    /// <returns>Whether it is still pending.</returns>
    public bool Watch<T>(ValueTask<T> operation, out ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter awaiter)
    {
        awaiter = operation.ConfigureAwait(false).GetAwaiter();
        if (awaiter.IsCompleted)
        {
            return false;
        }

        awaiter.UnsafeOnCompleted(_sourceReturned ??= () => Raise(StreamSignals.SourceReturned));
        return true;
    }

    /// <summary>Wakes the pump, or keeps the signal for its next wait. May be called from any thread, any number of times.</summary>
    public void Raise(StreamSignals signals)
    {
        // The thread on which the source has finished may go on with the pump, as with any await. A timer's or the host's may not.
        var mayStep = signals == StreamSignals.SourceReturned;
        var before = Volatile.Read(ref _state);
        while (true)
        {
            var seen = before;

            // Whoever takes the flag away, and nobody else, ends the wait and takes the signals with it.
            var after = (seen & Waiting) == 0 ? seen | (int)signals : mayStep ? Stepping : 0;
            before = Interlocked.CompareExchange(ref _state, after, seen);
            if (before == seen)
            {
                break;
            }
        }

        if ((before & Waiting) == 0)
        {
            return;
        }

        if (mayStep)
        {
            Step(signals);
        }
        else
        {
            _core.RunContinuationsAsynchronously = true;
            _core.SetResult(signals);
        }
    }

    /// <summary>Waits for the next signals and takes them. Only the pump calls it, one wait at a time.</summary>
    /// <param name="stepper">
    /// Does what there is to do once the source has returned, while the wait goes on. <see langword="null"/>: the wait is over then.
    /// </param>
    /// <returns><see cref="StreamSignals.None"/>: the stepper has gone on as far as it can.</returns>
    public ValueTask<StreamSignals> WaitAsync(IStreamStepper? stepper = null)
    {
        _core.Reset();
        _stepper = stepper;
        var before = Interlocked.CompareExchange(ref _state, Waiting, 0);
        return before == 0
            ? new ValueTask<StreamSignals>(this, _core.Version)
            : new ValueTask<StreamSignals>((StreamSignals)Interlocked.Exchange(ref _state, 0));
    }

    /// <summary>Goes on in the pump's place until there is nothing to do, or something that its async method has to do.</summary>
    private void Step(StreamSignals signals)
    {
        Exception? thrown = null;
        try
        {
            while (_stepper is { } stepper)
            {
                if (!stepper.TryStep(signals))
                {
                    signals = StreamSignals.None;
                    break;
                }

                if (Interlocked.CompareExchange(ref _state, Waiting, Stepping) == Stepping)
                {
                    return;
                }

                // Raised meanwhile.
                signals = (StreamSignals)(Interlocked.Exchange(ref _state, Stepping) & ~Stepping);
            }
        }
        catch (Exception exception)
        {
            // It is the stream's, and not the business of the thread that has raised the signal.
            thrown = exception;
        }

        Interlocked.And(ref _state, ~Stepping);
        _core.RunContinuationsAsynchronously = false;
        if (thrown is null)
        {
            _core.SetResult(signals);
        }
        else
        {
            _core.SetException(thrown);
        }
    }

    StreamSignals IValueTaskSource<StreamSignals>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<StreamSignals>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<StreamSignals>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        => _core.OnCompleted(continuation, state, token, flags);
}
