using FastEndpoints;
using SseGen.Benchmarks.Fanout;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.FastEndpointsServer;

/// <summary>As many ticks as asked for, as fast as the connection takes them.</summary>
public sealed class BurstTick : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/burst/tick");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) =>
        Send.EventStreamAsync("tick", TickSource.Burst(Samples.Tick, Query<int>("count")), ct);
}

/// <summary>As many orders as asked for.</summary>
public sealed class BurstOrder : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/burst/order");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) =>
        Send.EventStreamAsync("order", TickSource.Burst(Samples.Order, Query<int>("count")), ct);
}

/// <summary>What the publisher publishes.</summary>
public sealed class Fanout(ChannelPerSubscriber broadcast) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/fanout");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("tick", broadcast.SubscribeAsync(ct), ct);
}

/// <summary>One event, then silence.</summary>
public sealed class First : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/first");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("tick", TickSource.OneThenSilence(ct), ct);
}

/// <summary>Nothing at all.</summary>
public sealed class Idle : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/idle");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.EventStreamAsync("tick", TickSource.Silence(ct), ct);
}

/// <summary>The publisher.</summary>
public sealed class Publish(ChannelPerSubscriber broadcast) : EndpointWithoutRequest<PublishReport>
{
    public override void Configure()
    {
        Post("/publish");
        AllowAnonymous();
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await Publisher.RunAsync(broadcast, Query<int>("rate"), Query<double>("seconds"), ct), ct);
}
