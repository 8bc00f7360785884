using System.Threading.Channels;

namespace Demo;

public interface IClock { Task<DateTime> NextAsync(); DateTime Now { get; } }
public interface IFeed { IAsyncEnumerable<int> ReadAsync(CancellationToken cancellationToken = default); Task<int> LatestAsync(CancellationToken cancellationToken = default); }
public sealed record Tick(DateTime At);

public static class Iterators
{
    [EventStream("/a1")]
    public static async IAsyncEnumerable<Tick> Timer(IClock clock) // SSE101
    {
        while (true)
        {
            yield return new Tick(clock.Now);
            await Task.Delay(1000);
        }
    }

    [EventStream("/a2")]
    public static async IAsyncEnumerable<int> Relay(IFeed feed) // SSE101
    {
        await foreach (var item in feed.ReadAsync())
            yield return item;
    }

    [EventStream("/a3")]
    public static async IAsyncEnumerable<int> Poll(IFeed feed, int seconds = 5) // SSE101
    {
        for (; ; )
        {
            yield return await feed.LatestAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(seconds), default(CancellationToken));
        }
    }

    [EventStream("/a4")]
    public static async IAsyncEnumerable<int> ViaTimer(IFeed feed) // SSE101
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync())
            yield return await feed.LatestAsync();
    }

    [EventStream("/a5")]
    public static async IAsyncEnumerable<int> Steps(int[] steps) // SSE101
    {
        foreach (var step in steps)
        {
            yield return step;
            await Task.Delay(step);
        }
    }
}

public static class Others
{
    [EventStream("/b1")]
    public static async Task Push(EventStreamWriter<int> stream, IFeed feed) // SSE101
    {
        for (var i = 0; i < 10; i++)
            await stream.WriteAsync(await feed.LatestAsync());
    }

    [EventStream("/b2")]
    public static async Task<IAsyncEnumerable<int>> Opened(IFeed feed, HttpClient client) // SSE101
    {
        await client.GetStringAsync("/warm-up");
        return feed.ReadAsync();
    }

    [EventStream("/b3")]
    public static IAsyncEnumerable<int> Forwarded(IFeed feed) => Loop(feed); // SSE101

    private static async IAsyncEnumerable<int> Loop(IFeed feed)
    {
        while (true)
        {
            yield return await feed.LatestAsync();
            await Task.Delay(100);
        }
    }

    [EventStream("/b4")]
    public static IAsyncEnumerable<int> Local(IFeed feed) // SSE101
    {
        return Numbers();

        async IAsyncEnumerable<int> Numbers()
        {
            yield return await feed.LatestAsync();
        }
    }

    [EventStream("/b5")]
    public static async IAsyncEnumerable<int> Own(IFeed feed) // SSE101
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!timeout.IsCancellationRequested)
        {
            yield return await feed.LatestAsync(timeout.Token);
        }
    }

    [EventStream("/b6")]
    public static async IAsyncEnumerable<int> Request(HttpContext httpContext, IFeed feed) // SSE101
    {
        var count = int.Parse(httpContext.Request.Query["count"]!);
        while (count-- > 0)
            yield return await feed.LatestAsync();
    }

    [EventStream("/b7")]
    public static async IAsyncEnumerable<int> Parallel(IFeed feed, string[] names) // SSE101
    {
        var results = await Task.WhenAll(names.Select(_ => feed.LatestAsync()));
        foreach (var result in results)
            yield return result;
    }
}

public sealed class Instance(IFeed feed, ILogger<Instance> logger)
{
    [EventStream("/c1")]
    public async IAsyncEnumerable<int> Numbers() // SSE101
    {
        logger.LogInformation("opened");
        await foreach (var number in feed.ReadAsync().ConfigureAwait(false))
            yield return number;
    }

    [EventStream("/c2")]
    public async IAsyncEnumerable<int> Helped() // SSE101
    {
        while (true)
        {
            var next = await NextAsync();
            yield return next;
        }
    }

    private async Task<int> NextAsync()
    {
        await Task.Delay(10);
        return 1;
    }
}
