namespace SseGen.Topics;

/// <summary>A subscription, enumerated as something else than its bare items.</summary>
internal sealed class ItemSequence<T, TResult>(EventSubscription<T> subscription, Func<TopicEntry<T>, TResult> select) : IAsyncEnumerable<TResult>
{
    public IAsyncEnumerator<TResult> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        subscription.GetAsyncEnumerator(select, cancellationToken);
}
