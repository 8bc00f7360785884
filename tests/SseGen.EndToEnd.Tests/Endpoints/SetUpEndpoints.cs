using Microsoft.AspNetCore.Mvc;

namespace SseGen.EndToEnd.Tests.Endpoints;

/// <summary>Handlers that take their time before there is a stream.</summary>
public static class SetUpEndpoints
{
    [EventStream("/slow-set-up")]
    public static async Task<IAsyncEnumerable<int>> SlowAsync([FromServices] SetUpGate gate, CancellationToken cancellationToken)
    {
        gate.Entered.SetResult();
        try
        {
            await gate.Opened.Task.WaitAsync(cancellationToken);
            return Sequence.Of(1);
        }
        finally
        {
            gate.Left.SetResult();
        }
    }

    [EventStream("/deaf-set-up")]
#pragma warning disable SSE101 // That it observes nothing is what it is here for.
    public static async Task<IAsyncEnumerable<int>> DeafAsync([FromServices] SetUpGate gate)
#pragma warning restore SSE101
    {
        gate.Entered.SetResult();
        await gate.Opened.Task;
        return Sequence.Of(1);
    }
}

/// <summary>Tells that a set-up has begun, and holds it.</summary>
public sealed class SetUpGate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when the handler that observes its token has gone.</summary>
    public TaskCompletionSource Left { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
