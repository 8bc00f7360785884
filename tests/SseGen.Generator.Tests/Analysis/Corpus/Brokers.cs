using System.Collections.Concurrent;
using System.Threading.Channels;
using Confluent.Kafka;
using Mqtt;
using StackExchange.Redis;

namespace Acme.Brokers;

public static class BrokerEndpoints
{
    [EventStream("/kafka/{topic}/bridged")]
    public static ChannelReader<string> Bridged(string topic, IConsumer<string, string> consumer, CancellationToken cancellationToken)
    {
        var messages = Channel.CreateBounded<string>(64);
        consumer.Subscribe(topic);
        _ = Task.Factory.StartNew(Consume, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return messages.Reader;

        void Consume()
        {
            try
            {
                while (!cancellationToken.IsCancellationRequested)
                {
                    var result = consumer.Consume(cancellationToken);
                    SpinWait.SpinUntil(() => messages.Writer.TryWrite(result.Value) || cancellationToken.IsCancellationRequested);
                }
            }
            catch (OperationCanceledException)
            {
                // The client has gone.
            }
            finally
            {
                consumer.Close();
                messages.Writer.TryComplete();
            }
        }
    }

    [EventStream("/kafka/{topic}/timed")]
    public static async IAsyncEnumerable<string> Timed(string topic, IConsumer<string, string> consumer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        consumer.Subscribe(topic);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (consumer.Consume(TimeSpan.FromMilliseconds(100)) is not { } result)
                    continue;
                yield return result.Value;
                await Task.Yield();
            }
        }
        finally
        {
            consumer.Unsubscribe();
        }
    }

    [EventStream("/mqtt/{topic}/leaky")]
    public static async IAsyncEnumerable<string> Leaky(string topic, IMqttClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var payloads = new BlockingCollection<string>();
        client.ApplicationMessageReceivedAsync += payload => // SSE108
        {
            payloads.Add(payload, CancellationToken.None);
            return Task.CompletedTask;
        };
        await client.ConnectAsync(cancellationToken);
        foreach (var payload in payloads.GetConsumingEnumerable(cancellationToken))
            yield return payload;
    }

    [EventStream("/redis/{key}")]
    public static async IAsyncEnumerable<string> List(string key, IDatabase redis, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true) // SSE103
        {
            string? item = await redis.ListLeftPopAsync(key);
            if (item is null)
                break;
            yield return item;
        }
    }

    [EventStream("/redis/{key}/guarded")]
    public static async IAsyncEnumerable<string> Guarded(string key, IDatabase redis, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            string? item = await redis.ListLeftPopAsync(key).WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
            if (item is not null)
                yield return item;
            else
                await Task.Delay(100, cancellationToken);
        }
    }
}
