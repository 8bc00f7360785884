namespace SseGen.Benchmarks.Payloads;

/// <summary>What the handlers of all servers yield, so that they differ in nothing but the way to the wire.</summary>
public static class TickSource
{
    /// <summary>Yields <paramref name="count"/> events without ever waiting.</summary>
    public static async IAsyncEnumerable<T> Burst<T>(T item, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return item;
        }

        await Task.CompletedTask;
    }

    /// <summary>Yields one event at once, and then waits until the stream is over.</summary>
    public static async IAsyncEnumerable<Tick> OneThenSilence(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Samples.TickNow(0);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Yields nothing until the stream is over.</summary>
    public static async IAsyncEnumerable<Tick> Silence(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}
