using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

/// <summary>
/// A few cases whose whole output is kept, for reviewers: generated code should read as if somebody had written it. What the code does,
/// the end-to-end tests say.
/// </summary>
public sealed class GeneratedCodeTests
{
    [Fact]
    public void A_static_handler_with_route_query_and_service() => Baseline.Match(GeneratorRun.Of("""
        namespace Demo;

        public sealed record Trade([property: EventId] long Sequence, string Symbol, decimal Price);

        public sealed class MarketFeed
        {
            public IAsyncEnumerable<Trade> ReadAsync(string symbol, int depth, CancellationToken cancellationToken) =>
                throw new NotSupportedException();
        }

        public static class MarketEndpoints
        {
            [EventStream("/market/{symbol}/trades", EventType = "trade")]
            public static IAsyncEnumerable<Trade> Trades(
                string symbol, MarketFeed feed, CancellationToken cancellationToken, int depth = 5) =>
                feed.ReadAsync(symbol, depth, cancellationToken);
        }
        """));

    [Fact]
    public void A_handler_that_is_made_for_each_stream() => Baseline.Match(GeneratorRun.Of("""
        namespace Demo;

        public sealed class ClockEndpoints(TimeProvider time)
        {
            [EventStream("/clock", HeartbeatSeconds = 2.5)]
            public Task<IAsyncEnumerable<DateTimeOffset>> Ticks(CancellationToken cancellationToken) =>
                throw new NotSupportedException(time.ToString());
        }
        """));

    [Fact]
    public void A_library_without_handlers() => Baseline.Match(GeneratorRun.Of("""
        [assembly: EventStreamEndpoints("MapCatalogEventStreams")]
        """));
}
