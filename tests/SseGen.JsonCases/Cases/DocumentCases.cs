using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public sealed record Documents(JsonElement Element, JsonElement? Optional, JsonDocument? Document, JsonNode? Node, JsonObject? Object, JsonArray? Array, JsonValue? Value);

public sealed class Extended
{
    public int First { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public int Last { get; set; }
}

public sealed class ExtendedAnything
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object?>? Extra { get; set; }
}

/// <summary>What an <c>object</c> holds is written by the metadata of <see cref="AnythingContext"/>.</summary>
public sealed record Anything(object? Object, object?[] Objects, Dictionary<string, object?> Map);

public sealed record Detail(int Level, string Text);

[JsonConverter(typeof(FactoryMade))]
public readonly record struct Made(int Value);

public sealed class FactoryMade : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new MadeConverter();

    private sealed class MadeConverter : JsonConverter<Made>
    {
        public override Made Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Made value, JsonSerializerOptions options) => writer.WriteStringValue("made " + value.Value);
    }
}

public sealed record ByFactory(Made Made, Made? Optional, List<Made> List);

/// <summary>No attribute names this type: <see cref="ShelfContext"/> has it as a part of what it does name.</summary>
[JsonConverter(typeof(StampFactory))]
public readonly record struct Stamp(int Value);

public sealed class StampFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new StampConverter();

    private sealed class StampConverter : JsonConverter<Stamp>
    {
        public override Stamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Stamp value, JsonSerializerOptions options) => writer.WriteStringValue("stamp " + value.Value);
    }
}

public sealed record Page(Dictionary<string, Stamp?[]>? Stamps);

public sealed record Shelf(List<Page> Pages);

public sealed record Stamped(Stamp Stamp, Stamp? Optional, List<Stamp> List);

[JsonSerializable(typeof(Shelf))]
internal sealed partial class ShelfContext : JsonSerializerContext;

[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(Detail))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(Made))]
internal sealed partial class AnythingContext : JsonSerializerContext;

public sealed class Tree
{
    public int Value { get; set; }

    public Tree? Left { get; set; }

    public List<Tree>? Children { get; set; }

    public Dictionary<string, Tree>? Named { get; set; }

    public static Tree Of(Values v, int depth) => new()
    {
        Value = v.Int(),
        Left = depth == 0 ? null : v.MaybeNull(() => Of(v, depth - 1)),
        Children = depth == 0 ? [] : v.MaybeNull(() => v.List(() => Of(v, depth - 2 < 0 ? 0 : depth - 2))),
        Named = depth == 0 ? null : v.MaybeNull(() => v.Map(v.String, () => Of(v, 0))),
    };
}

/// <summary>System.Text.Json's document types, extension data, and what metadata writes.</summary>
public static class DocumentCases
{
    [EventStream("/documents")]
    public static IAsyncEnumerable<Documents> All(ulong seed) => Case.Stream(seed, static v => new Documents(
        Element(v), v.Maybe(() => Element(v)), v.MaybeNull(() => JsonDocument.Parse(Json(v))), v.MaybeNull(() => JsonNode.Parse(Json(v))!), new JsonObject { ["é\""] = v.String() },
        v.MaybeNull(() => new JsonArray(v.Int(), v.String())), JsonValue.Create(v.String())));

    [EventStream("/documents/root")]
    public static IAsyncEnumerable<JsonNode?> Root(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => JsonNode.Parse(Json(v))!));

    [EventStream("/extension/elements")]
    public static IAsyncEnumerable<Extended> Elements(ulong seed) => Case.Stream(seed, static v =>
        new Extended { First = v.Int(), Last = v.Int(), Extra = v.MaybeNull(() => v.Map(v.String, () => Element(v))) });

    [EventStream("/extension/anything")]
    public static IAsyncEnumerable<ExtendedAnything> ExtensionAnything(ulong seed) => Case.Stream(seed, static v =>
        new ExtendedAnything { Name = v.MaybeNull(v.String), Extra = v.MaybeNull(() => v.Map(v.String, () => Object(v))) });

    [EventStream("/fallback/anything")]
    public static IAsyncEnumerable<Anything> Anything(ulong seed) => Case.Stream(seed, static v =>
        new Anything(Object(v), v.Array(() => Object(v)), v.Map(v.String, () => Object(v))));

    [EventStream("/fallback/root")]
    public static IAsyncEnumerable<object?> RootObject(ulong seed) => Case.Stream(seed, Object);

    [EventStream("/fallback/factory")]
    public static IAsyncEnumerable<ByFactory> Factory(ulong seed) => Case.Stream(seed, static v =>
        new ByFactory(new Made(v.Int()), v.Maybe(() => new Made(v.Int())), v.List(() => new Made(v.Int()))));

    [EventStream("/fallback/indirect")]
    public static IAsyncEnumerable<Stamped> Indirect(ulong seed) => Case.Stream(seed, static v =>
        new Stamped(new Stamp(v.Int()), v.Maybe(() => new Stamp(v.Int())), v.List(() => new Stamp(v.Int()))));

    [EventStream("/recursion")]
    public static IAsyncEnumerable<Tree> Recursion(ulong seed) => Case.Stream(seed, static v => Tree.Of(v, 8));

    private static object? Object(Values v) => v.Below(6) switch
    {
        0 => null,
        1 => v.Int(),
        2 => v.String(),
        3 => new Detail(v.Int(), v.String()),
        4 => v.Array(v.Int),
        _ => v.Double(),
    };

    private static JsonElement Element(Values v) => JsonElement.Parse(Json(v));

    private static string Json(Values v) => v.Below(4) switch
    {
        0 => "null",
        1 => "{ \"a\" : [1, 2.50, -0e1, true ], \"\\u00e9\\n\" : { } }",
        2 => "\"\\ud83d\\ude00 <é> \\u007f \\\"\"",
        _ => v.Int().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
