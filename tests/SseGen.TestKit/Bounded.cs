using System.Runtime.CompilerServices;
using Xunit;

namespace SseGen.TestKit;

/// <summary>Waits that end: a test that hangs says what it waited for.</summary>
public static class Bounded
{
    /// <summary>Far more than anything takes on a busy machine; a test that passes never waits as long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits for a task, at most for <see cref="Patience"/>.</summary>
    /// <exception cref="TimeoutException">The task was not done in time.</exception>
    public static async Task<T> Within<T>(this Task<T> task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        await ((Task)task).Within(what).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <inheritdoc cref="Within{T}(Task{T}, string)"/>
    public static async Task Within(this Task task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        try
        {
            await task.WaitAsync(Patience, TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain for {what}.");
        }
    }

    /// <summary>Waits until a token is cancelled.</summary>
    public static async Task Cancelled(this CancellationToken token, [CallerArgumentExpression(nameof(token))] string what = "")
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task.Within($"the cancellation of {what}").ConfigureAwait(false);
    }

    /// <summary>
    /// Waits until <paramref name="holds"/>. For what gives no signal, such as the state of another process; where there is a
    /// signal, wait for it.
    /// </summary>
    public static async Task Until(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            if (TimeProvider.System.GetElapsedTime(deadline) > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s in vain until {what}.");
            }

            await Task.Delay(10, TestContext.Current.CancellationToken).ConfigureAwait(false);
        }
    }
}
