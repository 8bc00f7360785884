using System.Net.ServerSentEvents;
using System.Text.Json.Serialization;

namespace SseGen.Json.Tests;

public record struct Tick(string Symbol, decimal Price, long Volume, DateTimeOffset At, long Ts);

public sealed record Scalars(
    [property: EventId] long Id, string Text, int Count, double Ratio, decimal Price, bool Flag, Guid Key, DateTime Time, DateTimeOffset At, TimeSpan Span, DayOfWeek Day,
    int? Some, int? None, string? Nothing, Tick Tick, char Letter, DateOnly Date, TimeOnly Clock);

/// <summary>A union whose cases are told apart by their event types alone.</summary>
public abstract record Change([property: EventId] string? Id);

[EventType("created")]
public sealed record Created(string? Id, string Name) : Change(Id);

[EventType("deleted")]
public sealed record Deleted(string? Id) : Change(Id);

/// <summary>A union with discriminators as well.</summary>
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Left), "left")]
public abstract record Presence(string Who);

[EventType("user-joined")]
public sealed record Joined(string Who) : Presence(Who);

public sealed record Left(string Who, [property: EventType] string? How) : Presence(Who);

public enum Level
{
    Low,

    [JsonStringEnumMemberName("very-high")]
    High,
}

public sealed record Alarm([property: EventType] Level? Level, [property: EventId, JsonIgnore] Guid Id);

public sealed record Named(string Name);

/// <summary>Sequences of which no more than an interface is known.</summary>
public sealed record Lists(
    IEnumerable<int> Enumerable, IReadOnlyList<string?> ReadOnlyList, IList<double> List, ICollection<Guid> Collection, IReadOnlyCollection<Tick> ReadOnlyCollection);

public static class Streams
{
    [EventStream("/names")]
    public static IAsyncEnumerable<Named> Names() => throw new NotSupportedException();

    [EventStream("/lists")]
    public static IAsyncEnumerable<Lists> ListEvents() => throw new NotSupportedException();

    [EventStream("/ticks", EventType = "tick")]
    public static IAsyncEnumerable<Tick> Ticks() => throw new NotSupportedException();

    [EventStream("/scalars")]
    public static IAsyncEnumerable<Scalars> ScalarEvents() => throw new NotSupportedException();

    [EventStream("/changes", EventType = "change")]
    public static IAsyncEnumerable<Change?> Changes() => throw new NotSupportedException();

    [EventStream("/presence", EventType = "presence")]
    public static IAsyncEnumerable<Presence> Presences() => throw new NotSupportedException();

    [EventStream("/alarms")]
    public static IAsyncEnumerable<Alarm> Alarms() => throw new NotSupportedException();

    [EventStream("/items", EventType = "item")]
    public static IAsyncEnumerable<SseItem<Created?>> Items() => throw new NotSupportedException();

    [EventStream("/texts", EventType = "text")]
    public static IAsyncEnumerable<SseItem<string?>> Texts() => throw new NotSupportedException();
}
