using System.Runtime.CompilerServices;

namespace SseGen.Topics;

/// <summary>A subscription read item by item, by code of the application.</summary>
internal sealed class SubscriptionEnumerator<T, TResult>(
    OpenSubscription<T> subscription,
    Func<TopicEntry, bool>? filter,
    Func<TopicEntry<T>, TResult> select,
    Action<EventGap>? onGap,
    CancellationToken cancellationToken) : IAsyncEnumerator<TResult>
{
    private readonly EnumeratorWaiter _waiter = new();
    private TopicSubscriber? _subscriber;

    public TResult Current { get; private set; } = default!;

    // Each wait would otherwise cost an object; the pool has one for each thread.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> MoveNextAsync()
    {
        _subscriber ??= await subscription.JoinAsync(_waiter, cancellationToken);
        if (_subscriber is null)
        {
            return false;
        }

        while (true)
        {
            switch (_subscriber.Read(out var entry))
            {
                case TopicRead.Event:
                    if (filter is null || filter(entry!))
                    {
                        Current = select((TopicEntry<T>)entry!);
                        return true;
                    }

                    break;
                case TopicRead.Gap:
                    TellOfGap(_subscriber.TakeGap());
                    break;
                case TopicRead.Lagged:
                    subscription.OnLagged();
                    return false;
                default:
                    if (_subscriber.IsEnded)
                    {
                        ThrowIfCancelledByCaller();
                        subscription.OnEnded();
                        return false;
                    }

                    await _waiter.WaitAsync(_subscriber);
                    break;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        subscription.Leave();
        return ValueTask.CompletedTask;
    }

    private void TellOfGap(EventGap gap)
    {
        subscription.OnGap();
        if (onGap is not null)
        {
            onGap(gap);
        }
        else
        {
            subscription.Context?.AddNotice(GapFrame.Create(gap));
        }
    }

    /// <summary>A token that the caller has chosen ends in its exception, as everywhere; the end of the stream is an end.</summary>
    private void ThrowIfCancelledByCaller()
    {
        if (subscription.Context is null || cancellationToken != subscription.Context.CancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
