using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>A project such as users have it, in several files; the tests of the pipeline edit it.</summary>
internal static class DemoProject
{
    public const string Trades = """
        namespace Demo;

        public static class MarketEndpoints
        {
            /// <summary>Streams the trades of one symbol.</summary>
            [EventStream("/market/{symbol}/trades", EventType = "trade")]
            public static async IAsyncEnumerable<Trade> Trades(
                string symbol, MarketFeed feed, int depth = 5, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                await foreach (var trade in feed.ReadAsync(symbol, cancellationToken))
                    yield return trade;
            }

            [EventStream(Routes.Halts)]
            public static IAsyncEnumerable<Halt> Halts(MarketFeed feed, CancellationToken cancellationToken) => feed.HaltsAsync(cancellationToken);
        }
        """;

    public const string Clock = """
        namespace Demo;

        public sealed class ClockEndpoints(TimeProvider time)
        {
            [EventStream("/clock", Name = "clock")]
            public async IAsyncEnumerable<string> Ticks([EnumeratorCancellation] CancellationToken cancellationToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
                while (await timer.WaitForNextTickAsync(cancellationToken))
                    yield return time.GetUtcNow().ToString("O");
            }
        }
        """;

    public const string Payloads = """
        namespace Demo;

        public sealed record Trade([property: EventId] long Sequence, string Symbol, decimal Price, Side Side, DateTimeOffset At);

        public abstract record Notice(DateOnly Day);

        public record Halt(DateOnly Day, string Symbol, string? Reason, Halt? Earlier) : Notice(Day);

        public enum Side { Buy, Sell }
        """;

    public const string Feed = """
        namespace Demo;

        public static class Routes
        {
            public const string Halts = "/market/halts";
        }

        public sealed class MarketFeed
        {
            public int Count => 1;

            public EventTopic<Trade>? Published { get; init; }

            public IAsyncEnumerable<Trade> ReadAsync(string symbol, CancellationToken cancellationToken) => throw new NotSupportedException();

            public IAsyncEnumerable<Halt> HaltsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
        }
        """;

    public static SourceProject Create() => new SourceProject()
        .With("MarketEndpoints.cs", Trades)
        .With("ClockEndpoints.cs", Clock)
        .With("Payloads.cs", Payloads)
        .With("Feed.cs", Feed);
}
