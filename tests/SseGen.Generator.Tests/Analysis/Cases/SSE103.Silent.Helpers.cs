namespace Demo;

public interface IQueue { Task<int> NextAsync(CancellationToken cancellationToken); bool TryNext(out int item); }

public sealed class Helpers(IQueue queue, EventStreamContext context)
{
    private volatile bool _stopped;

    private bool Gone => context.CancellationToken.IsCancellationRequested;

    public void Stop() => _stopped = true;

    [EventStream("/30")]
    public async IAsyncEnumerable<int> Property()
    {
        while (true)
        {
            if (Gone) yield break;
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/31")]
    public async IAsyncEnumerable<int> Field()
    {
        while (!_stopped)
        {
            if (queue.TryNext(out var item)) yield return item;
            await Task.Yield();
        }
    }

    [EventStream("/32")]
    public async IAsyncEnumerable<int> DeepHelper()
    {
        while (true)
            yield return await OuterAsync();
    }

    private async Task<int> OuterAsync() => await InnerAsync(1);

    private Task<int> InnerAsync(int _) => queue.NextAsync(context.CancellationToken);
}
