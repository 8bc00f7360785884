using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace SseGen.EndToEnd.Tests.Streaming;

/// <summary>Handlers with one setting each; what it does is tested elsewhere, here it is that it arrives.</summary>
public static class LifeEndpoints
{
    [EventStream("/inheriting")]
    public static IAsyncEnumerable<int> InheritingAsync(CancellationToken cancellationToken) => OneAsync(cancellationToken);

    [EventStream("/heartbeat", HeartbeatSeconds = 2.5)]
    public static IAsyncEnumerable<int> HeartbeatAsync(CancellationToken cancellationToken) => OneAsync(cancellationToken);

    [EventStream("/duration", MaxDurationSeconds = 40, HeartbeatSeconds = 0)]
    public static IAsyncEnumerable<int> DurationAsync(CancellationToken cancellationToken) => OneAsync(cancellationToken);

    [EventStream("/retry", RetryMilliseconds = 7_531)]
    public static IAsyncEnumerable<int> RetryAsync(CancellationToken cancellationToken) => OneAsync(cancellationToken);

    [EventStream("/heavy", SendTimeoutSeconds = 5)]
    public static async IAsyncEnumerable<string> HeavyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = new string('x', 1024 * 1024);
        while (true)
        {
            await Task.CompletedTask.WaitAsync(cancellationToken);
            yield return text;
        }
    }

    [EventStream("/draining", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<string> DrainingAsync(EventStreamContext context, Gate gate) => UntilStoppedAsync(context, gate);

    [EventStream("/cancelled", Shutdown = EventStreamShutdown.Cancel)]
    public static IAsyncEnumerable<string> CancelledAsync(EventStreamContext context, Gate gate) => UntilStoppedAsync(context, gate);

    [EventStream("/ending")]
    public static async IAsyncEnumerable<int> EndingAsync()
    {
        await Task.CompletedTask;
        yield return 1;
    }

    [EventStream("/complete", CompletionEventType = "done")]
    public static async IAsyncEnumerable<int> CompleteAsync(CallCount calls)
    {
        await Task.CompletedTask;
        yield return calls.Next();
    }

    [EventStream("/broken")]
    public static async IAsyncEnumerable<SseItem<int>> BrokenAsync()
    {
        await Task.CompletedTask;
        yield return new SseItem<int>(1);
        throw new InvalidOperationException("told on request");
    }

    private static async IAsyncEnumerable<int> OneAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Says a last word when the host stops, if it is given the time to.</summary>
    private static async IAsyncEnumerable<string> UntilStoppedAsync(EventStreamContext context, Gate gate)
    {
        yield return "begun";
        var stopped = new TaskCompletionSource();
        await using (context.Stopping.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        await gate.PassAsync(context.CancellationToken);
        yield return "last word";
    }
}

/// <summary>How often a handler has been called.</summary>
public sealed class CallCount
{
    private int _calls;

    public int Next() => Interlocked.Increment(ref _calls);
}
