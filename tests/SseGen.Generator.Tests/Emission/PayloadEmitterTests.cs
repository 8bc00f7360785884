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

    [Fact]
    public void Several_nullable_values_in_one_object_do_not_meet() => GeneratorRun.Of("""
        namespace Demo;

        public sealed record Reading(int? Low, DateTimeOffset? At, double? High, bool? IsFinal);

        public static class Sensor
        {
            [EventStream("/readings")]
            public static async IAsyncEnumerable<Reading> All()
            {
                await Task.Yield();
                yield return new Reading(1, null, 2, true);
            }
        }
        """);
}
