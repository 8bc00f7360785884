namespace SseGen.JsonCases.Cases;

public readonly record struct Quote(string Symbol, decimal Price, long Volume, DateTimeOffset At, [property: EventId] long Sequence);

public sealed record Plain(
    string Text, int Int, double Double, decimal Decimal, bool Bool, Guid Guid, DateTime Time, TimeSpan Span, DayOfWeek Enum, int? Optional, string? None, char Char,
    DateOnly Date, TimeOnly Clock, IReadOnlyList<int> Numbers);

/// <summary>Payloads that cost no memory but the connection's own. What they do cost is measured in the process, whichever compiler made it.</summary>
public static class AllocationCases
{
    [EventStream("/allocations/ticks", EventType = "tick")]
    public static IAsyncEnumerable<Quote> Ticks(ulong seed) =>
        Case.Stream(seed, static v => new Quote(v.String(), v.Decimal(), v.Long(), v.DateTimeOffset(), v.Long()));

    [EventStream("/allocations/scalars")]
    public static IAsyncEnumerable<Plain> Scalars(ulong seed) => Case.Stream(seed, static v => new Plain(
        v.String(), v.Int(), v.Double(), v.Decimal(), v.Bool(), v.Guid(), v.DateTime(), v.TimeSpan(), v.Enum<DayOfWeek>(), v.Maybe(v.Int), v.MaybeNull(v.String), v.Char(),
        v.DateOnly(), v.TimeOnly(), v.Bool() ? v.Array(v.Int) : v.List(v.Int)));
}
