using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>What ASP.NET Core itself has, with a channel for each subscriber as its documentation shows.</summary>
internal sealed class InBox : ServerKind
{
    public override string Name => "inbox";

    public override void Map(WebApplication app)
    {
        var broadcast = new ChannelPerSubscriber();
        app.MapGet("/burst/tick", (int count) => TypedResults.ServerSentEvents(TickSource.Burst(Samples.Tick, count), "tick"));
        app.MapGet("/burst/order", (int count) => TypedResults.ServerSentEvents(TickSource.Burst(Samples.Order, count), "order"));
        app.MapGet("/fanout", (CancellationToken token) => TypedResults.ServerSentEvents(broadcast.SubscribeAsync(token), "tick"));
        app.MapGet("/first", (CancellationToken token) => TypedResults.ServerSentEvents(TickSource.OneThenSilence(token), "tick"));
        app.MapGet("/idle", (CancellationToken token) => TypedResults.ServerSentEvents(TickSource.Silence(token), "tick"));
        app.MapPost("/publish", (int rate, double seconds, CancellationToken token) => Publisher.RunAsync(broadcast, rate, seconds, token));
    }
}
