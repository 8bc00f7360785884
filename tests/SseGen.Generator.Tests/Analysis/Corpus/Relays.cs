using System.Net.ServerSentEvents;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading.Channels;
using Grpc.Core;
using Polly;

namespace Acme.Relays;

public sealed record Chunk(string Text, bool IsLast);
public sealed record Quote(string Symbol, decimal Price);
public sealed record StreamOptions(string Model) { public CancellationToken Cancellation { get; init; } public int MaxTokens { get; init; } }
public interface IModel { IAsyncEnumerable<Chunk> StreamAsync(string prompt, StreamOptions options); IAsyncEnumerable<Chunk> StreamAsync(string prompt, StreamOptions options, CancellationToken cancellationToken); Task<int> CountTokensAsync(string prompt, CancellationToken cancellationToken = default); }
public interface IQuotes { AsyncServerStreamingCall<Quote> Watch(string symbol, DateTime? deadline = null, CancellationToken cancellationToken = default); }

public sealed class RelayEndpoints(HttpClient http, IModel model, ILogger<RelayEndpoints> logger)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [EventStream("/relay/lines", HttpMethod = "POST")]
    public async IAsyncEnumerable<string> Lines(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/stream") { Content = new StringContent(prompt) };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
        await using var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        using var reader = new StreamReader(body);
        while (!reader.EndOfStream)
        {
            var line = await reader.ReadLineAsync(ct).ConfigureAwait(false);
            if (line is null or "data: [DONE]")
                yield break;
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                yield return line[6..];
        }
    }

    [EventStream("/relay/lines/lost", HttpMethod = "POST")]
    public async IAsyncEnumerable<string> LinesLost(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/stream") { Content = new StringContent(prompt) };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false); // SSE104
        await using var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        using var reader = new StreamReader(body);
        while (true)
        {
            var line = await reader.ReadLineAsync().ConfigureAwait(false); // SSE104
            if (line is null)
                break;
            yield return line;
        }
    }

    [EventStream("/relay/options", HttpMethod = "POST")]
    public IAsyncEnumerable<Chunk> Options(string prompt, CancellationToken ct) => model.StreamAsync(prompt, new StreamOptions("large") { Cancellation = ct });

    [EventStream("/relay/options/with", HttpMethod = "POST")]
    public async IAsyncEnumerable<Chunk> OptionsWith(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = new StreamOptions("large");
        var bound = options with { Cancellation = ct, MaxTokens = 100 };
        await foreach (var chunk in model.StreamAsync(prompt, bound))
            yield return chunk;
    }

    [EventStream("/relay/options/lost", HttpMethod = "POST")]
    public async IAsyncEnumerable<Chunk> OptionsLost(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        var options = new StreamOptions("large") { MaxTokens = 100 };
        var tokens = await model.CountTokensAsync(prompt, ct);
        if (tokens > options.MaxTokens)
            yield break;
        await foreach (var chunk in model.StreamAsync(prompt, options)) // SSE104
            yield return chunk;
    }

    [EventStream("/relay/timeout", HttpMethod = "POST")]
    public async IAsyncEnumerable<Chunk> Timeout(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        await foreach (var chunk in model.StreamAsync(prompt, new StreamOptions("small"), both.Token).ConfigureAwait(false))
        {
            patience.CancelAfter(s_patience);
            yield return chunk;
            if (chunk.IsLast)
                break;
        }
    }

    [EventStream("/relay/timeout/lost", HttpMethod = "POST")]
    public async IAsyncEnumerable<Chunk> TimeoutLost(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var count = await model.CountTokensAsync(prompt, patience.Token); // SSE104
        if (count == 0)
            yield break;
        await foreach (var chunk in model.StreamAsync(prompt, new StreamOptions("small"), ct))
            yield return chunk;
    }

    [EventStream("/relay/reconnecting")]
    public async IAsyncEnumerable<string> Reconnecting([EnumeratorCancellation] CancellationToken ct)
    {
        var delay = TimeSpan.FromSeconds(1);
        while (true)
        {
            Stream? body = null;
            try
            {
                body = await http.GetStreamAsync("/feed", ct);
                delay = TimeSpan.FromSeconds(1);
            }
            catch (HttpRequestException exception)
            {
                logger.LogWarning(exception, "The feed is away");
            }

            if (body is not null)
            {
                await foreach (var item in SseParser.Create(body).EnumerateAsync(ct))
                    yield return item.Data;
            }

            await Task.Delay(delay, ct);
            delay = delay * 2;
        }
    }

    [EventStream("/relay/reconnecting/forever")]
    public async IAsyncEnumerable<string> ReconnectingForever([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            string? text = null;
            try
            {
                text = await http.GetStringAsync("/feed", ct);
                await Task.Delay(1000, ct);
            }
            catch (Exception exception) // SSE105
            {
                logger.LogWarning(exception, "The feed is away");
            }

            if (text is not null)
                yield return text;
        }
    }

    [EventStream("/relay/reconnecting/filtered")]
    public async IAsyncEnumerable<string> ReconnectingFiltered([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            string? text = null;
            try
            {
                text = await http.GetStringAsync("/feed", ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "The feed is away");
            }

            if (text is not null)
                yield return text;
            await Task.Yield();
        }
    }

    [EventStream("/relay/reconnecting/timeouts")]
    public async IAsyncEnumerable<string> ReconnectingTimeouts([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            string? text = null;
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(ct);
            attempt.CancelAfter(TimeSpan.FromSeconds(5));
            try
            {
                text = await http.GetStringAsync("/feed", attempt.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                logger.LogWarning("The feed is slow");
            }

            if (text is not null)
                yield return text;
        }
    }

    [EventStream("/relay/first")]
    public async IAsyncEnumerable<string> First([EnumeratorCancellation] CancellationToken ct)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var mirrors = new[] { "a", "b" }.Select(mirror => http.GetStringAsync($"https://{mirror}.example.org", race.Token)).ToArray();
        var winner = await Task.WhenAny(mirrors);
        await race.CancelAsync();
        yield return await winner;
    }

    [EventStream("/relay/result")]
    public async IAsyncEnumerable<string> Result([EnumeratorCancellation] CancellationToken ct)
    {
        var primary = http.GetStringAsync("/a", ct);
        var secondary = http.GetStringAsync("/b", ct);
        await Task.WhenAll(primary, secondary);
        yield return primary.Result + secondary.Result;
        var third = http.GetStringAsync("/c", ct);
        yield return third.Result; // SSE106
    }

    [EventStream("/relay/error")]
    public async IAsyncEnumerable<Chunk> Failing(string prompt, EventStreamContext context)
    {
        ExceptionDispatchInfo? failure = null;
        var chunks = Channel.CreateUnbounded<Chunk>();
        var pump = Task.Run(async () =>
        {
            try
            {
                await foreach (var chunk in model.StreamAsync(prompt, new StreamOptions("small"), context.CancellationToken))
                    await chunks.Writer.WriteAsync(chunk, context.CancellationToken);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                chunks.Writer.TryComplete();
            }
        });
        await foreach (var chunk in chunks.Reader.ReadAllAsync(context.CancellationToken))
            yield return chunk;
        await pump;
        failure?.Throw();
    }

    [EventStream("/relay/json")]
    public async IAsyncEnumerable<Chunk> Json(string prompt, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = await http.GetStreamAsync($"/chunks?{prompt}", ct);
        await foreach (var chunk in JsonSerializer.DeserializeAsyncEnumerable<Chunk>(stream)) // SSE104
        {
            if (chunk is not null)
                yield return chunk;
        }
    }

    [EventStream("/relay/resilient")]
    public async IAsyncEnumerable<string> Resilient(ResiliencePipeline pipeline, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            yield return await pipeline.ExecuteAsync(async token => await http.GetStringAsync("/feed", token)); // SSE104
            await Task.Delay(1000, ct);
        }
    }
}

public static class GrpcRelay
{
    [EventStream("/quotes/{symbol}")]
    public static async IAsyncEnumerable<Quote> Watch(string symbol, IQuotes quotes, EventStreamContext context)
    {
        using var call = quotes.Watch(symbol, cancellationToken: context.CancellationToken);
        await foreach (var quote in call.ResponseStream.ReadAllAsync(context.CancellationToken))
            yield return quote;
    }

    [EventStream("/quotes/{symbol}/by-hand")]
    public static async IAsyncEnumerable<Quote> ByHand(string symbol, IQuotes quotes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = quotes.Watch(symbol, DateTime.UtcNow.AddHours(1), cancellationToken);
        var stream = call.ResponseStream;
        for (; ; )
        {
            if (!await stream.MoveNext(cancellationToken))
                yield break;
            yield return stream.Current;
        }
    }

    [EventStream("/quotes/{symbol}/none")]
    public static async IAsyncEnumerable<Quote> None(string symbol, IQuotes quotes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = quotes.Watch(symbol, DateTime.UtcNow.AddHours(1));
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) // SSE104
            yield return call.ResponseStream.Current;
    }
}
