using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>SseGen as a user has it: two lines, a topic, and the handlers of <see cref="GeneratedStreams"/>.</summary>
internal class SseGenKind : ServerKind
{
    public override string Name => "ssegen";

    /// <summary>Off by default, as in the product.</summary>
    protected virtual TimeSpan CoalesceWindow => TimeSpan.Zero;

    public override void AddServices(IServiceCollection services) => services.AddEventStreams()
        .AddTopic<Tick>("ticks", topic =>
        {
            topic.Capacity = 4096;
            topic.CoalesceWindow = CoalesceWindow;
        });

    public override void Map(WebApplication app)
    {
        app.MapEventStreams();
        app.MapPost("/publish", (int rate, double seconds, EventTopic<Tick> topic, CancellationToken token) =>
            Publisher.RunAsync(new TopicBroadcast(topic), rate, seconds, token));
    }

    private sealed class TopicBroadcast(EventTopic<Tick> topic) : IBroadcast
    {
        public async ValueTask PublishAsync(Tick tick, CancellationToken cancellationToken) => await topic.PublishAsync(tick, cancellationToken);
    }
}

/// <summary>The same with a window in which events that follow one another closely leave in one write.</summary>
internal sealed class SseGenCoalescing : SseGenKind
{
    public override string Name => "ssegen-coalesce";

    protected override TimeSpan CoalesceWindow => TimeSpan.FromMilliseconds(5);
}
