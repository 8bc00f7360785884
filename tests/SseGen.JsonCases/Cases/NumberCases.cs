using System.Collections;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

/// <summary>What an object holds may be a number, or be made of some.</summary>
[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed record ObjectsAsStrings(object? Object, object?[] Array, Dictionary<string, object?> Map, IEnumerable<object?> Sequence, IList NonGeneric);

public sealed record NamedObjects(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] object? Object,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] List<object?> List);

/// <summary>Collections that say by themselves how their numbers are written.</summary>
[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed class Counts : List<int>;

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed class Totals : Dictionary<string, long>;

public sealed class Objects : List<object?>;

public sealed class Scores : Dictionary<string, int>;

public sealed record OwnNumbers(
    Counts Counts, Totals? Totals, List<Counts> Lists, Dictionary<string, Totals> Maps, [property: JsonNumberHandling(JsonNumberHandling.Strict)] Counts Strict,
    object Hidden, [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] Objects Objects,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] Scores Scores);

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public record CountedBase(int Base);

public record CountedDerived(int Base, int Derived) : CountedBase(Base);

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public record struct CountedStruct(int Outer, CountedInner Inner, CountedDerived Derived);

public record struct CountedInner(int Value);

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed record NumberedExtension(int First)
{
    [JsonExtensionData]
    public Dictionary<string, object?>? Extra { get; set; }
}

/// <summary>To JSON, an object like any other.</summary>
public sealed record Dynamics(dynamic? One, dynamic?[] Many, Dictionary<string, dynamic?>? Named);

[JsonSerializable(typeof(IList))]
[JsonSerializable(typeof(ArrayList))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(int?[]))]
[JsonSerializable(typeof(List<List<int>>))]
[JsonSerializable(typeof(Dictionary<string, decimal>))]
[JsonSerializable(typeof(Counts))]
[JsonSerializable(typeof(Half))]
[JsonSerializable(typeof(Int128))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(char))]
[JsonSerializable(typeof(Color))]
internal sealed partial class NumbersContext : JsonSerializerContext;

/// <summary>Number handling that reaches what is known at run time only, and what types say of themselves.</summary>
public static class NumberCases
{
    [EventStream("/numbers/objects")]
    public static IAsyncEnumerable<ObjectsAsStrings> Objects(ulong seed) => Case.Stream(seed, static v => new ObjectsAsStrings(
        Number(v), v.Array(() => Number(v)), v.Map(v.String, () => Number(v)), v.List(() => Number(v)), new ArrayList { v.Int(), v.String(), null }));

    [EventStream("/numbers/objects/named")]
    public static IAsyncEnumerable<NamedObjects> Named(ulong seed) => Case.Stream(seed, static v => new NamedObjects(
        v.Pick<object?>([double.NaN, v.Int(), null, new[] { double.PositiveInfinity }, v.Half()]), v.List<object?>(() => v.Pick<object?>([double.NaN, v.Double(), "NaN"]))));

    [EventStream("/numbers/collections")]
    public static IAsyncEnumerable<OwnNumbers> Collections(ulong seed) => Case.Stream(seed, static v => new OwnNumbers(
        [.. v.Array(v.Int)], v.MaybeNull(() => new Totals { ["a"] = v.Long() }), v.List<Counts>(() => [v.Int()]), v.Map(v.String, () => new Totals { ["b"] = v.Long() }),
        [v.Int()], new Counts { v.Int() }, [v.Int(), v.String(), null], new Scores { ["c"] = v.Int() }));

    [EventStream("/numbers/collections/root")]
    public static IAsyncEnumerable<Counts> Root(ulong seed) => Case.Stream<Counts>(seed, static v => [.. v.Array(v.Int)]);

    [EventStream("/numbers/extension")]
    public static IAsyncEnumerable<NumberedExtension> Extension(ulong seed) => Case.Stream(seed, static v =>
        new NumberedExtension(v.Int()) { Extra = v.MaybeNull(() => v.Map(v.String, () => Number(v))) });

    [EventStream("/numbers/dynamic")]
    public static IAsyncEnumerable<Dynamics> Dynamic(ulong seed) => Case.Stream(seed, static v =>
        new Dynamics(Number(v), v.Array(() => Number(v)), v.MaybeNull(() => v.Map(v.String, () => Number(v)))));

    [EventStream("/numbers/inheritance")]
    public static IAsyncEnumerable<CountedStruct> Inheritance(ulong seed) => Case.Stream(seed, static v =>
        new CountedStruct(v.Int(), new CountedInner(v.Int()), new CountedDerived(v.Int(), v.Int())));

    private static object? Number(Values v) => v.Below(12) switch
    {
        0 => null,
        1 => v.Int(),
        2 => v.Double(),
        3 => v.Decimal(),
        4 => v.Int128(),
        5 => v.Array(v.Double),
        6 => v.Map(v.String, v.Decimal),
        7 => new List<List<int>> { v.List(v.Int) },
        8 => new Detail(v.Int(), v.String()),
        9 => v.Char(),
        10 => v.Enum<Color>(),
        _ => v.Array(() => v.Maybe(v.Int)),
    };
}
