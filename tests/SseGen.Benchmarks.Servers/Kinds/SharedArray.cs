using System.IO.Pipelines;
using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>
/// The hand-written fan-out: an event is formatted once, and the same array goes to each body. No replay, no policy for a slow
/// client: one that does not read holds everybody up.
/// </summary>
internal sealed class SharedArray : ServerKind, IBroadcast
{
    private readonly SubscriberList<PipeWriter> _subscribers = new();

    public override string Name => "sharedarray";

    public override void Map(WebApplication app)
    {
        app.MapGet("/fanout", SubscribeAsync);
        app.MapPost("/publish", (int rate, double seconds, CancellationToken token) => Publisher.RunAsync(this, rate, seconds, token));
    }

    public ValueTask PublishAsync(Tick tick, CancellationToken cancellationToken)
    {
        var frame = Frames.Of("tick", tick);
        List<Task>? pending = null;
        foreach (var subscriber in _subscribers.Items)
        {
            var write = subscriber.WriteAsync(frame, cancellationToken);
            if (!write.IsCompletedSuccessfully)
            {
                (pending ??= []).Add(write.AsTask());
            }
        }

        return pending is null ? ValueTask.CompletedTask : new ValueTask(Task.WhenAll(pending));
    }

    private async Task SubscribeAsync(HttpContext context)
    {
        EventStreamResponse.Begin(context);
        await context.Response.StartAsync(context.RequestAborted);
        var body = context.Response.BodyWriter;
        _subscribers.Add(body);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _subscribers.Remove(body);
    }
}
