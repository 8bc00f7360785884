using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using Ef;
using Grpc.Core;
using Npgsql;

namespace Demo;

public interface IFeed
{
    Task<int> LatestAsync(CancellationToken cancellationToken = default);
    ValueTask<int> NextAsync();
    ValueTask<int> NextAsync(CancellationToken cancellationToken);
    IAsyncEnumerable<int> ReadAllAsync(CancellationToken cancellationToken = default);
    IAsyncEnumerable<int> Items { get; }
    Task SendAsync(string text, CancellationToken cancellationToken);
}

public static class Iterators
{
    [EventStream("/1")]
    public static async IAsyncEnumerable<int> Delay([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            yield return 1;
            await Task.Delay(1000); // SSE104
        }
    }

    [EventStream("/2")]
    public static async IAsyncEnumerable<int> Omitted(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync(); // SSE104
    }

    [EventStream("/3")]
    public static async IAsyncEnumerable<int> Useless(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync(default); // SSE104
        yield return await feed.LatestAsync(CancellationToken.None); // SSE104
        yield return await feed.LatestAsync(cancellationToken: new CancellationToken()); // SSE104
        yield return await feed.NextAsync(default(CancellationToken)); // SSE104
    }

    [EventStream("/4")]
    public static async IAsyncEnumerable<int> Unrelated(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        yield return await feed.LatestAsync(timeout.Token); // SSE104
        var token = timeout.Token;
        yield return await feed.LatestAsync(token); // SSE104
    }

    [EventStream("/5")]
    public static async IAsyncEnumerable<int> Configured(IFeed feed, EventStreamContext context)
    {
        yield return await feed.NextAsync().ConfigureAwait(false); // SSE104
        await Task.WhenAll(feed.LatestAsync(), feed.NextAsync(context.CancellationToken).AsTask()); // SSE104
    }

    [EventStream("/6")]
    public static async IAsyncEnumerable<int> Source(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync()) // SSE104
            yield return item;
    }

    [EventStream("/7")]
    public static async IAsyncEnumerable<int> Property(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in feed.Items) // SSE104
            yield return item;
        await foreach (var item in feed.Items.ConfigureAwait(false)) // SSE104
            yield return item;
    }

    [EventStream("/8")]
    public static async IAsyncEnumerable<int> Filtered(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync().Where(item => item > 0)) // SSE104
            yield return item;
    }

    [EventStream("/9")]
    public static async IAsyncEnumerable<string> Http(HttpClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        using var response = await client.GetAsync("/x", HttpCompletionOption.ResponseHeadersRead); // SSE104
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync() is { } line) // SSE104
            yield return line;
    }

    [EventStream("/10")]
    public static async IAsyncEnumerable<long> Database(NpgsqlDataSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id from jobs");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync()) // SSE104
            yield return reader.GetInt64(0);
    }

    [EventStream("/11")]
    public static async IAsyncEnumerable<int> Channel(Channel<int> channel, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await channel.Reader.WaitToReadAsync()) // SSE104
            while (channel.Reader.TryRead(out var item))
                yield return item;
    }

    [EventStream("/12")]
    public static async IAsyncEnumerable<string> Grpc(AsyncServerStreamingCall<string> call, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await call.ResponseStream.MoveNext()) // SSE104
            yield return call.ResponseStream.Current;
        await foreach (var item in call.ResponseStream.ReadAllAsync()) // SSE104
            yield return item;
    }

    [EventStream("/13")]
    public static async IAsyncEnumerable<int> Stored(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        var first = feed.LatestAsync(); // SSE104
        var second = feed.LatestAsync(ct);
        await Task.WhenAll(first, second);
        yield return await first + await second;
    }

    [EventStream("/14")]
    public static async IAsyncEnumerable<int> Lambdas(IFeed[] feeds, [EnumeratorCancellation] CancellationToken ct)
    {
        var values = await Task.WhenAll(feeds.Select(feed => feed.LatestAsync())); // SSE104
        foreach (var value in values)
            yield return value;
        var more = await Task.WhenAll(feeds.Select(async feed => await feed.NextAsync())); // SSE104
        foreach (var value in more)
            yield return value;
    }

    [EventStream("/15")]
    public static async IAsyncEnumerable<int> Locals(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await LoadAsync();
        yield return await StaticAsync(feed, ct);

        async Task<int> LoadAsync()
        {
            await Task.Delay(10); // SSE104
            return await feed.LatestAsync(ct);
        }

        static async Task<int> StaticAsync(IFeed feed, CancellationToken token) => await feed.LatestAsync(); // SSE104
    }

    [EventStream("/16")]
    public static async IAsyncEnumerable<string> Json(HttpClient client, [EnumeratorCancellation] CancellationToken ct)
    {
        var stream = await client.GetStreamAsync("/x", ct);
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<string>(stream)) // SSE104
            yield return item ?? "";
    }

    [EventStream("/17")]
    public static async IAsyncEnumerable<int> Query(IQueryable<int> numbers, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var number in await numbers.Where(n => n > 1).ToListAsync()) // SSE104
            yield return number;
        await foreach (var number in numbers.AsAsyncEnumerable()) // SSE104
            yield return number;
    }

    [EventStream("/18")]
    public static async IAsyncEnumerable<int> Ternary(IFeed feed, bool slow, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return await (slow ? feed.LatestAsync() : feed.LatestAsync(ct)); // SSE104
        await (slow ? Task.Delay(100) : Task.CompletedTask); // SSE104
    }

    [EventStream("/19")]
    public static async IAsyncEnumerable<int> OuterGuarded(IFeed feed, SemaphoreSlim gate, [EnumeratorCancellation] CancellationToken ct)
    {
        await gate.WaitAsync(); // SSE104
        try
        {
            yield return await feed.LatestAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    [EventStream("/20")]
    public static async IAsyncEnumerable<int> Caught(IFeed feed, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var value = 0;
            try
            {
                value = await feed.LatestAsync(ct);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt)); // SSE104
            }

            yield return value;
        }
    }
}

public sealed class Others(IFeed feed, HttpClient client)
{
    private static readonly CancellationTokenSource s_server = new();

    [EventStream("/30")]
    public IAsyncEnumerable<int> Forwarded(CancellationToken ct) => feed.ReadAllAsync(); // SSE104

    [EventStream("/31")]
    public IAsyncEnumerable<int> Helper(CancellationToken ct) => Loop(ct);

    private async IAsyncEnumerable<int> Loop([EnumeratorCancellation] CancellationToken ct)
    {
        yield return await ValueAsync(); // SSE104
        yield return await ValueAsync(ct);
    }

    private Task<int> ValueAsync(CancellationToken ct = default) => feed.LatestAsync(ct);

    [EventStream("/32")]
    public async Task Push(EventStreamWriter<int> stream, CancellationToken ct)
    {
        await foreach (var item in feed.ReadAllAsync(ct))
            await stream.WriteAsync(item); // SSE104
    }

    [EventStream("/33")]
    public Task<IAsyncEnumerable<int>> Opened(CancellationToken ct) => OpenAsync(ct);

    private async Task<IAsyncEnumerable<int>> OpenAsync(CancellationToken ct)
    {
        await feed.SendAsync("open", CancellationToken.None); // SSE104
        return feed.ReadAllAsync(ct);
    }

    [EventStream("/34")]
    public async IAsyncEnumerable<int> ServerToken([EnumeratorCancellation] CancellationToken ct)
    {
        yield return await feed.LatestAsync(s_server.Token); // SSE104
    }

    [EventStream("/35")]
    public async IAsyncEnumerable<byte[]> Udp([EnumeratorCancellation] CancellationToken ct)
    {
        using var udp = new UdpClient(9000);
        while (true)
            yield return (await udp.ReceiveAsync()).Buffer; // SSE104
    }

    [EventStream("/36")]
    public async IAsyncEnumerable<string> ConditionalAccess(IFeed? maybe, [EnumeratorCancellation] CancellationToken ct)
    {
        if (maybe?.LatestAsync() is { } latest) // SSE104
            yield return (await latest).ToString();
        yield return await client.GetStringAsync("/x"); // SSE104
    }

    [EventStream("/37")]
    public async IAsyncEnumerable<int> Parallel(string[] names, [EnumeratorCancellation] CancellationToken ct)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(names, async (name, token) => await feed.SendAsync(name, token)); // SSE104
        yield return 1;
    }

    [EventStream("/38")]
    public async IAsyncEnumerable<int> LinkedToNothing([EnumeratorCancellation] CancellationToken ct)
    {
        using var a = new CancellationTokenSource();
        using var b = CancellationTokenSource.CreateLinkedTokenSource(a.Token, CancellationToken.None);
        yield return await feed.LatestAsync(b.Token); // SSE104
    }
}
