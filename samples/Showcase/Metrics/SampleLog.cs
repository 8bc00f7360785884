using System.Runtime.CompilerServices;

namespace Showcase.Metrics;

/// <summary>
/// The latest samples, shared by all readers: each holds only its place in the log, so that a sample is taken and kept once,
/// whatever the number of streams. A reader that comes back goes on where it stopped.
/// </summary>
public sealed class SampleLog<T>(int capacity)
    where T : class, ISample
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _samples = new(capacity);
    private TaskCompletionSource _appended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds a sample and wakes the readers that wait for one.</summary>
    public void Append(T sample)
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            if (_samples.Count == capacity)
            {
                _samples.Dequeue();
            }

            _samples.Enqueue(sample);
            waiting = _appended;
            _appended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    /// <summary>Reads the samples after a place, those kept first, and then each new one, without end.</summary>
    /// <param name="after">The place of the last sample already seen; 0 for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<T> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (samples, more) = SamplesAfter(after);
            foreach (var sample in samples)
            {
                yield return sample;
                after = sample.Sequence;
            }

            if (samples.Length == 0)
            {
                await more.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>One step under the lock, so that a sample appended meanwhile is either among those returned or completes the task.</summary>
    private (T[] Samples, Task More) SamplesAfter(long place)
    {
        lock (_lock)
        {
            return (_samples.Where(sample => sample.Sequence > place).ToArray(), _appended.Task);
        }
    }
}
