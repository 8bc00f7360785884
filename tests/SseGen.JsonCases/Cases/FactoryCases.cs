using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

/// <summary>Makes a converter for whatever it is asked for.</summary>
public sealed class TaggedFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert == typeof(int) || typeToConvert == typeof(Detail);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        typeToConvert == typeof(int) ? new Tagged<int>() : new Tagged<Detail>();

    private sealed class Tagged<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue($"tagged {value}");
    }
}

/// <summary>The metadata of <see cref="FactoriesContext"/> writes it as a whole: it has the converters.</summary>
public sealed record Tagged(
    int Plain, [property: JsonConverter(typeof(TaggedFactory))] int Number, [property: JsonConverter(typeof(TaggedFactory))] int? Optional,
    [property: JsonConverter(typeof(TaggedFactory))] Detail? Detail);

public readonly record struct TaggedStruct([property: JsonConverter(typeof(TaggedFactory))] int Number, Color Color);

[JsonDerivedType(typeof(TaggedLeaf), "leaf")]
public record TaggedRoot(int Id);

public sealed record TaggedLeaf(int Id, [property: JsonConverter(typeof(TaggedFactory))] int Number) : TaggedRoot(Id);

public sealed record HoldsTagged(Tagged? One, List<Tagged?> Many, TaggedStruct Struct, TaggedStruct? Optional, TaggedRoot Root, Dictionary<string, TaggedRoot> Roots);

[JsonSerializable(typeof(Tagged))]
[JsonSerializable(typeof(TaggedStruct))]
[JsonSerializable(typeof(TaggedRoot))]
internal sealed partial class FactoriesContext : JsonSerializerContext;

/// <summary>Accepts what derives from the type that it converts.</summary>
public sealed class AnyAncestorConverter : JsonConverter<Ancestor>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Ancestor));

    public override Ancestor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Ancestor value, JsonSerializerOptions options) => writer.WriteStringValue(value.GetType().Name);
}

/// <summary>Wants the null, too.</summary>
public sealed class OptionalPointConverter : JsonConverter<Point?>
{
    public override bool HandleNull => true;

    public override Point? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Point? value, JsonSerializerOptions options) => writer.WriteStringValue(value is { } point ? $"at {point.X}" : "nowhere");
}

public sealed record OddlyConverted(
    [property: JsonConverter(typeof(AnyAncestorConverter))] Heir? Heir, [property: JsonConverter(typeof(OptionalPointConverter))] Point? Optional,
    [property: JsonConverter(typeof(LinesConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NeverNull,
    [property: JsonConverter(typeof(JsonStringEnumConverter))] Color Color, [property: JsonConverter(typeof(JsonStringEnumConverter))] NamedAccess? Access);

/// <summary>Converters on members that generated code cannot make, or must not call as it likes.</summary>
public static class FactoryCases
{
    [EventStream("/factories")]
    public static IAsyncEnumerable<HoldsTagged> All(ulong seed) => Case.Stream(seed, static v => new HoldsTagged(
        v.MaybeNull(() => Tagged(v)), v.List(() => v.MaybeNull(() => Tagged(v))), new(v.Int(), v.Enum<Color>()), v.Maybe(() => new TaggedStruct(v.Int(), v.Enum<Color>())), Root(v),
        v.Map(v.String, () => Root(v))));

    [EventStream("/factories/root")]
    public static IAsyncEnumerable<Tagged?> Roots(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => Tagged(v)));

    [EventStream("/factories/odd")]
    public static IAsyncEnumerable<OddlyConverted> Odd(ulong seed) => Case.Stream(seed, static v => new OddlyConverted(
        v.MaybeNull<Heir>(() => v.Bool() ? new Heir() : new LastHeir()), v.Maybe(() => new Point(v.Int(), 2)), v.MaybeNull(v.String), v.Enum<Color>(), v.Maybe(v.Enum<NamedAccess>)));

    private static Tagged Tagged(Values v) => new(v.Int(), v.Int(), v.Maybe(v.Int), v.MaybeNull(() => new Detail(v.Int(), "text")));

    private static TaggedRoot Root(Values v) => v.Bool() ? new TaggedRoot(v.Int()) : new TaggedLeaf(v.Int(), v.Int());
}
