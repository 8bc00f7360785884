using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

public sealed class PayloadEmitterTests
{
    [Fact]
    public void A_record_is_written_property_by_property() 
    {
        var run = GeneratorRun.Of("""
        namespace Demo;

        public enum Side { Buy, Sell }

        public sealed record Venue(string Name, Uri? Address);

        public sealed record Trade(
            [property: EventId] long Sequence,
            string Symbol,
            decimal Price,
            Side Side,
            DateTimeOffset At,
            double? Spread,
            Venue? Venue,
            List<int> Lots,
            Dictionary<string, Venue> Others);

        public static class Market
        {
            [EventStream("/trades", EventType = "trade")]
            public static async IAsyncEnumerable<Trade> Trades()
            {
                await Task.Yield();
                yield break;
            }
        }
        """);

        Baseline.Match(run.Files["Demo.Trade.json.g.cs"]);
    }
}
