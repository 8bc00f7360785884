using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Fanout;

/// <summary>
/// The fan-out that the frameworks leave to their users, as it is usually written: a bounded channel for each subscriber, the
/// oldest event dropped when it is full.
/// </summary>
public sealed class ChannelPerSubscriber : IBroadcast
{
    private const int Capacity = 4096;

    private readonly SubscriberList<Channel<Tick>> _subscribers = new();

    public ValueTask PublishAsync(Tick tick, CancellationToken cancellationToken)
    {
        foreach (var subscriber in _subscribers.Items)
        {
            subscriber.Writer.TryWrite(tick);
        }

        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<Tick> SubscribeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<Tick>(new BoundedChannelOptions(Capacity)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
            SingleWriter = true,
        });
        _subscribers.Add(channel);
        try
        {
            await foreach (var tick in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return tick;
            }
        }
        finally
        {
            _subscribers.Remove(channel);
        }
    }
}
