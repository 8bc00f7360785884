using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>The streams that SseGen serves; the code for them is generated.</summary>
public static class GeneratedStreams
{
    [EventStream("/burst/tick", EventType = "tick")]
    public static IAsyncEnumerable<Tick> Tick(int count) => TickSource.Burst(Samples.Tick, count);

    [EventStream("/burst/chat", EventType = "chat")]
    public static IAsyncEnumerable<ChatMessage> Chat(int count) => TickSource.Burst(Samples.Chat, count);

    [EventStream("/burst/order", EventType = "order")]
    public static IAsyncEnumerable<Order> Order(int count) => TickSource.Burst(Samples.Order, count);

    [EventStream("/burst/job", EventType = "job")]
    public static IAsyncEnumerable<JobEvent> Job(int count) => TickSource.Burst(Samples.Job, count);

    [EventStream("/burst/tree", EventType = "tree")]
    public static IAsyncEnumerable<TreeNode> Tree(int count) => TickSource.Burst(Samples.Tree, count);

    [EventStream("/burst/profile", EventType = "profile")]
    public static IAsyncEnumerable<Profile> Profile(int count) => TickSource.Burst(Samples.Profile, count);

    [EventStream("/first", EventType = "tick")]
    public static IAsyncEnumerable<Tick> First(CancellationToken cancellationToken) => TickSource.OneThenSilence(cancellationToken);

    [EventStream("/idle", EventType = "tick")]
    public static IAsyncEnumerable<Tick> Idle(CancellationToken cancellationToken) => TickSource.Silence(cancellationToken);

    [EventStream("/fanout", EventType = "tick")]
    public static IAsyncEnumerable<Tick> Fanout(EventTopic<Tick> topic, EventStreamContext context) => topic.Subscribe(context);
}
