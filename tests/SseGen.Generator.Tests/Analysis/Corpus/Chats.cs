using System.Threading.Channels;
using Confluent.Kafka;
using Mqtt;
using Rx;
using StackExchange.Redis;

namespace Acme.Chat;

public sealed record Message(long Id, string Room, string Text);
public interface IRoom { IDisposable Join(string user, ChannelWriter<Message> inbox); IDisposable Subscribe(Action<Message> onMessage); IObservable<Message> Messages { get; } void Leave(string user); }
public interface IRooms { IRoom this[string name] { get; } Task<IRoom?> FindAsync(string name, CancellationToken cancellationToken = default); }

public static class ChatEndpoints
{
    [EventStream("/rooms/{room}")]
    public static IAsyncEnumerable<Message> Room(string room, EventTopics<string, Message> rooms, EventStreamContext context) => rooms[room].Subscribe(context);

    [EventStream("/rooms/{room}/filtered")]
    public static async IAsyncEnumerable<Message> Filtered(string room, EventTopics<string, Message> rooms, EventStreamContext context)
    {
        await foreach (var message in rooms[room].Subscribe(context))
        {
            if (!message.Text.StartsWith('/'))
                yield return message;
        }
    }

    [EventStream("/rooms/{room}/joined")]
    public static async IAsyncEnumerable<Message> Joined(string room, IRooms rooms, EventStreamContext context)
    {
        var inbox = Channel.CreateBounded<Message>(256);
        using var membership = rooms[room].Join(context.User.Identity?.Name ?? "guest", inbox.Writer);
        await foreach (var message in inbox.Reader.ReadAllAsync(context.CancellationToken))
            yield return message;
    }

    [EventStream("/rooms/{room}/subscribed")]
    public static async IAsyncEnumerable<Message> Subscribed(string room, IRooms rooms, EventStreamContext context)
    {
        var inbox = Channel.CreateUnbounded<Message>();
        var subscription = rooms[room].Subscribe(message => inbox.Writer.TryWrite(message));
        try
        {
            await foreach (var message in inbox.Reader.ReadAllAsync(context.CancellationToken))
                yield return message;
        }
        finally
        {
            subscription.Dispose();
        }
    }

    [EventStream("/rooms/{room}/forgotten")]
    public static async IAsyncEnumerable<Message> Forgotten(string room, IRooms rooms, EventStreamContext context)
    {
        var inbox = Channel.CreateUnbounded<Message>();
        _ = rooms[room].Subscribe(message => inbox.Writer.TryWrite(message)); // SSE108
        await foreach (var message in inbox.Reader.ReadAllAsync(context.CancellationToken))
            yield return message;
    }

    [EventStream("/rooms/{room}/observed")]
    public static async IAsyncEnumerable<Message> Observed(string room, IRooms rooms, [EnumeratorCancellation] CancellationToken ct)
    {
        var inbox = Channel.CreateUnbounded<Message>();
        using (rooms[room].Messages.Subscribe(message => inbox.Writer.TryWrite(message), () => inbox.Writer.TryComplete()))
        {
            while (await inbox.Reader.WaitToReadAsync(ct))
            {
                if (inbox.Reader.TryRead(out var message))
                    yield return message;
            }
        }
    }

    [EventStream("/rooms/{room}/found")]
    public static async Task<EventStreamResult<Message>> Found(string room, IRooms rooms, EventStreamContext context)
    {
        if (await rooms.FindAsync(room, context.CancellationToken) is not { } found)
            return TypedResults.NotFound();
        return EventStreamResult.Stream(Listen(found, context.CancellationToken));
    }

    private static async IAsyncEnumerable<Message> Listen(IRoom room, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var inbox = Channel.CreateUnbounded<Message>();
        using var _ = room.Subscribe(message => inbox.Writer.TryWrite(message));
        for (; ; )
        {
            yield return await inbox.Reader.ReadAsync(cancellationToken);
        }
    }

    [EventStream("/rooms/{room}/redis")]
    public static async IAsyncEnumerable<string> Redis(string room, ISubscriber redis, [EnumeratorCancellation] CancellationToken ct)
    {
        var messages = Channel.CreateUnbounded<string>();
        void Handler(RedisChannel channel, RedisValue value) => messages.Writer.TryWrite((string?)value ?? "");
        await redis.SubscribeAsync(RedisChannel.Literal(room), Handler).WaitAsync(ct);
        try
        {
            await foreach (var message in messages.Reader.ReadAllAsync(ct))
                yield return message;
        }
        finally
        {
            await redis.UnsubscribeAsync(RedisChannel.Literal(room), Handler);
        }
    }

    [EventStream("/rooms/{room}/redis/queue")]
    public static async IAsyncEnumerable<string> RedisQueue(string room, ISubscriber redis, [EnumeratorCancellation] CancellationToken ct)
    {
        var queue = redis.Subscribe(RedisChannel.Literal(room));
        try
        {
            await foreach (var message in queue) // SSE104
                yield return (string?)message.Message ?? "";
        }
        finally
        {
            await queue.UnsubscribeAsync();
        }
    }

    [EventStream("/kafka/{topic}")]
    public static async IAsyncEnumerable<string> Kafka(string topic, IConsumer<string, string> consumer, [EnumeratorCancellation] CancellationToken ct)
    {
        consumer.Subscribe(topic);
        try
        {
            while (!ct.IsCancellationRequested)
            {
                var result = await Task.Run(() => consumer.Consume(ct), ct);
                yield return result.Value;
            }
        }
        finally
        {
            consumer.Unsubscribe();
            consumer.Close();
        }
    }

    [EventStream("/kafka/{topic}/polled")]
    public static async IAsyncEnumerable<string> KafkaPolled(string topic, IConsumer<string, string> consumer, [EnumeratorCancellation] CancellationToken ct)
    {
        consumer.Subscribe(topic);
        try
        {
            while (true) // SSE103
            {
                if (consumer.Consume(TimeSpan.FromMilliseconds(100)) is { } result)
                    yield return result.Value;
                await Task.Yield();
            }
        }
        finally
        {
            consumer.Unsubscribe();
        }
    }

    [EventStream("/mqtt/{topic}")]
    public static async IAsyncEnumerable<string> Mqtt(string topic, IMqttClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        var payloads = Channel.CreateUnbounded<string>();
        Func<string, Task> onMessage = payload =>
        {
            payloads.Writer.TryWrite(payload);
            return Task.CompletedTask;
        };
        client.ApplicationMessageReceivedAsync += onMessage;
        try
        {
            await client.SubscribeAsync(topic, ct);
            await foreach (var payload in payloads.Reader.ReadAllAsync(ct))
                yield return payload;
        }
        finally
        {
            client.ApplicationMessageReceivedAsync -= onMessage;
            await client.UnsubscribeAsync(topic);
        }
    }

    [EventStream("/typing")]
    public static async IAsyncEnumerable<string> Typing(EventTopic<string> typing, CancellationToken token) // SSE102
    {
        await foreach (var name in typing.Subscribe().WithCancellation(token))
            yield return name + " is typing";
    }
}
