using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Acme.Markets;

public readonly record struct Quote(string Symbol, decimal Bid, decimal Ask);
public interface IMarket
{
    event Action<Quote>? Quoted;
    IAsyncEnumerable<Quote> Quotes(string symbol, CancellationToken cancellationToken = default);
    Task<Quote> LastAsync(string symbol, CancellationToken cancellationToken = default);
    bool TryTake(out Quote quote);
    Task<Quote> NextAsync();
}

public sealed class Throttle(TimeSpan interval, CancellationToken cancellationToken)
{
    public Task WaitAsync() => Task.Delay(interval, cancellationToken);
}

internal static class Streams
{
    public static async IAsyncEnumerable<T> Sampled<T>(this IAsyncEnumerable<T> source, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in source.WithCancellation(cancellationToken))
        {
            yield return item;
            await Task.Delay(interval, cancellationToken);
        }
    }

    internal static async IAsyncEnumerable<Quote> Spin(IMarket market)
    {
        while (true) // SSE103
        {
            if (market.TryTake(out var quote))
                yield return quote;
            await Task.Yield();
        }
    }
}

public class MarketEndpoints
{
    [EventStream("/quotes/{symbol}")]
    public static IAsyncEnumerable<Quote> Quotes(string symbol, IMarket market, CancellationToken ct) => market.Quotes(symbol, ct).Sampled(TimeSpan.FromMilliseconds(100), ct);

    [EventStream("/quotes/{symbol}/spread")]
    public static async IAsyncEnumerable<decimal> Spread(string symbol, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (_, bid, ask) in market.Quotes(symbol, ct).Where(quote => quote.Ask > quote.Bid))
            yield return ask - bid;
    }

    [EventStream("/quotes/spin")]
    public static IAsyncEnumerable<Quote> Spinning(IMarket market, CancellationToken ct) => Streams.Spin(market);

    [EventStream("/quotes/throttled/{symbol}")]
    public static async IAsyncEnumerable<Quote> Throttled(string symbol, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        var throttle = new Throttle(TimeSpan.FromSeconds(1), ct);
        while (true)
        {
            if (market.TryTake(out var quote) && quote.Symbol == symbol)
                yield return quote;
            await throttle.WaitAsync();
        }
    }

    [EventStream("/quotes/last/{symbol}")]
    public static async IAsyncEnumerable<Quote> Last(string symbol, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        Task<Quote>? pending = null;
        while (!ct.IsCancellationRequested)
        {
            pending ??= market.LastAsync(symbol, ct);
            if (await Task.WhenAny(pending, Task.Delay(1000, ct)) == pending)
            {
                yield return pending.Result;
                pending = null;
            }
        }
    }

    [EventStream("/quotes/two")]
    public static async IAsyncEnumerable<Quote> Two(string a, string b, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        var merged = Channel.CreateBounded<Quote>(10);
        var pumps = new[] { a, b }.Select(PumpAsync).ToArray();
        _ = Task.WhenAll(pumps).ContinueWith(task => merged.Writer.TryComplete(task.Exception), CancellationToken.None);
        await foreach (var quote in merged.Reader.ReadAllAsync(ct))
            yield return quote;

        async Task PumpAsync(string symbol)
        {
            await foreach (var quote in market.Quotes(symbol, ct))
                await merged.Writer.WriteAsync(quote, ct);
        }
    }

    [EventStream("/quotes/events")]
    public static async IAsyncEnumerable<Quote> Events(IMarket market, EventStreamContext context)
    {
        var quotes = Channel.CreateUnbounded<Quote>();
        Action<Quote> onQuote = quote => quotes.Writer.TryWrite(quote);
        market.Quoted += onQuote;
        try
        {
            await foreach (var quote in quotes.Reader.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
                yield return quote;
        }
        finally
        {
            market.Quoted -= onQuote;
        }
    }

    [EventStream("/alerts", Shutdown = EventStreamShutdown.Drain)]
    public static async IAsyncEnumerable<Quote> Alerts(IMarket market, EventStreamContext context, decimal above = 100)
    {
        while (!context.Stopping.IsCancellationRequested)
        {
            var quote = await market.NextAsync().WaitAsync(context.CancellationToken);
            if (quote.Ask > above)
                yield return quote;
        }
    }

    [EventStream("/alerts/drained", Shutdown = EventStreamShutdown.Drain)] // SSE107
    public static async Task AlertsDrained(IMarket market, EventStreamWriter<Quote> stream, CancellationToken ct, decimal above = 100)
    {
        for (; ; )
        {
            ct.ThrowIfCancellationRequested();
            var quote = await market.NextAsync();
            if (quote.Ask > above)
                await stream.WriteAsync(quote, ct);
        }
    }

    [EventStream("/portfolio")]
    public static async IAsyncEnumerable<decimal> Portfolio(string[] symbols, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var total = 0m;
            foreach (var symbol in symbols)
                total += (await market.LastAsync(symbol, ct)).Bid;
            yield return total;
        }
    }

    [EventStream("/portfolio/blocked")]
    public static async IAsyncEnumerable<decimal> PortfolioBlocked(string[] symbols, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(ct))
            yield return symbols.Sum(symbol => market.LastAsync(symbol, ct).GetAwaiter().GetResult().Bid); // SSE106
    }

    [EventStream("/history/{symbol}")]
    public static async IAsyncEnumerable<Quote> History(string symbol, int days, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        var day = 0;
        while (day++ < days)
        {
            Quote quote;
            try
            {
                quote = await market.LastAsync($"{symbol}-{day}", ct);
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                continue;
            }

            yield return quote;
        }
    }

    [EventStream("/unlinked")]
    public static async IAsyncEnumerable<Quote> Unlinked(string symbol, IMarket market, [EnumeratorCancellation] CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            using var cts = new CancellationTokenSource(500);
            yield return await market.LastAsync(symbol, cts.Token); // SSE104
        }
    }

    [EventStream("/unawaited")]
    public static Task<IAsyncEnumerable<Quote>> Opened(string symbol, IMarket market, CancellationToken ct)
    {
        return OpenAsync();

        async Task<IAsyncEnumerable<Quote>> OpenAsync()
        {
            await market.LastAsync(symbol, ct);
            return market.Quotes(symbol, ct);
        }
    }
}
