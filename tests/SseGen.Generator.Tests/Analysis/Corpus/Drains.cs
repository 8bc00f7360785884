using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Acme.Drains;

public sealed record Step(int Percent, string Text) { public bool IsLast => Percent == 100; }
public interface IBuilds { IAsyncEnumerable<Step> FollowAsync(Guid id, CancellationToken cancellationToken = default); Task<Step> NextAsync(Guid id, CancellationToken cancellationToken = default); ConcurrentQueue<Step> Queue { get; } }

public static class DrainEndpoints
{
    [EventStream("/builds/{id}", Shutdown = EventStreamShutdown.Drain, CompletionEventType = "done")]
    public static async IAsyncEnumerable<Step> Build(Guid id, IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var step = await builds.NextAsync(id, ct);
            yield return step;
            if (step.IsLast)
                yield break;
        }
    }

    [EventStream("/builds/{id}/endless", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<Step> Endless(Guid id, IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
            yield return await builds.NextAsync(id, ct);
    }

    [EventStream("/builds/{id}/asked", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<Step> Asked(Guid id, IBuilds builds, EventStreamContext context)
    {
        for (; !context.CancellationToken.IsCancellationRequested;)
        {
            if (builds.Queue.TryDequeue(out var step))
                yield return step;
            await Task.Delay(100, context.CancellationToken);
        }
    }

    [EventStream("/builds/{id}/stopping", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> Stopping(Guid id, IBuilds builds, EventStreamContext context)
    {
        while (!context.Stopping.IsCancellationRequested)
            yield return await builds.NextAsync(id, context.CancellationToken);
        yield return new Step(100, "The server goes away");
    }

    [EventStream("/builds/{id}/linked", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> Linked(Guid id, IBuilds builds, EventStreamContext context)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, context.Stopping);
        while (true)
            yield return await builds.NextAsync(id, either.Token);
    }

    [EventStream("/builds/{id}/lifetime", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> Lifetime(Guid id, IBuilds builds, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct) && !lifetime.ApplicationStopping.IsCancellationRequested)
            yield return await builds.NextAsync(id, ct);
    }

    [EventStream("/builds/ticks", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<int> Ticks(IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
            yield return builds.Queue.Count;
    }

    [EventStream("/builds/{id}/followed", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<Step> Followed(Guid id, IBuilds builds, CancellationToken ct) => builds.FollowAsync(id, ct);

    [EventStream("/builds/{id}/helped", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static IAsyncEnumerable<Step> Helped(Guid id, IBuilds builds, CancellationToken ct) => RepeatAsync(id, builds, ct);

    private static async IAsyncEnumerable<Step> RepeatAsync(Guid id, IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await foreach (var step in builds.FollowAsync(id, ct))
                yield return step;
        }
    }

    [EventStream("/builds/topic", Shutdown = EventStreamShutdown.Drain)]
    public static IAsyncEnumerable<Step> Topic(EventTopic<Step> steps, EventStreamContext context) => steps.Subscribe(context);

    [EventStream("/builds/topic/filtered", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> TopicFiltered(EventTopic<Step> steps, EventStreamContext context)
    {
        await foreach (var step in steps.Subscribe(context))
        {
            if (step.Percent % 10 == 0)
                yield return step;
        }
    }

    [EventStream("/builds/topic/bare", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async IAsyncEnumerable<Step> TopicBare(EventTopic<Step> steps, [LastEventId] string? last, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var step in steps.Subscribe(last).WithCancellation(ct))
            yield return step;
    }

    [EventStream("/builds/{id}/pushed", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async Task Pushed(Guid id, IBuilds builds, EventStreamWriter<Step> stream, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
            await stream.WriteAsync(await builds.NextAsync(id, ct), ct);
    }

    [EventStream("/builds/{id}/pushed/once", Shutdown = EventStreamShutdown.Drain)]
    public static async Task PushedOnce(Guid id, IBuilds builds, EventStreamWriter<Step> stream, CancellationToken ct)
    {
        await foreach (var step in builds.FollowAsync(id, ct))
            await stream.WriteAsync(step, ct);
    }

    [EventStream("/builds/{id}/reader", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static ChannelReader<Step> Reader(Guid id, IBuilds builds, CancellationToken ct)
    {
        var steps = Channel.CreateBounded<Step>(8);
        _ = Task.Run(async () =>
        {
            while (true)
                await steps.Writer.WriteAsync(await builds.NextAsync(id, ct), ct);
        }, ct);
        return steps.Reader;
    }

    [EventStream("/builds/{id}/counted", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> Counted(Guid id, IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var i = 0; i < 100; i++)
            yield return await builds.NextAsync(id, ct);
    }

    [EventStream("/builds/{id}/deadline", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Step> Deadline(Guid id, IBuilds builds, TimeProvider clock, [EnumeratorCancellation] CancellationToken ct)
    {
        var end = clock.GetUtcNow().AddMinutes(1);
        while (clock.GetUtcNow() < end)
            yield return await builds.NextAsync(id, ct);
    }

    [EventStream("/builds/{id}/cancelled", Shutdown = EventStreamShutdown.Cancel)]
    public static async IAsyncEnumerable<Step> Cancelled(Guid id, IBuilds builds, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
            yield return await builds.NextAsync(id, ct);
    }
}
