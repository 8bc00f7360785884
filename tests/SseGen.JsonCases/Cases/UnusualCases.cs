using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

/// <summary>Names that are hard to write, or to find.</summary>
public sealed class StrangeNames
{
    [JsonPropertyName("")]
    public int Nameless { get; set; }

    [JsonPropertyName("a\"\\\n\u2028<é😀\0")]
    public int Escaped { get; set; }

    public int @class { get; set; }

    public int this[int index] => index;

    public static int Shared => 1;

    public const int Constant = 2;

    [JsonInclude]
    public static readonly int SharedField = 3;

    public int OnlySet { set => Nameless = value; }

    [JsonPropertyOrder(int.MinValue)]
    public int First => 1;

    [JsonPropertyOrder(int.MaxValue)]
    public int Last => 2;

    public int BeforeLast => 3;
}

public struct ReadOnlyFields(int seed)
{
    [JsonInclude]
    private readonly int _private = seed;

    [JsonInclude]
    public readonly int Public = seed;

    public readonly int Left = seed;

    public readonly int Property { get; } = seed;

    public readonly int Sum() => _private + Left;
}

/// <summary>The keyword asks for nothing, because the constructor sets what is required.</summary>
public sealed class SetsAll
{
    [SetsRequiredMembers]
    public SetsAll()
    {
    }

    [JsonIgnore]
    public required int Left { get; set; }

    public required int Written { get; init; }

    [JsonInclude]
    public required string? Field = "f";
}

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed class HandledNumbers
{
    public List<int> List { get; set; } = [];

    public Dictionary<int, int> Map { get; set; } = [];

    public int? Optional { get; set; }

    public Color Color { get; set; }

    public List<List<int>> Lists { get; set; } = [];

    public List<int?> Optionals { get; set; } = [];

    public Dictionary<string, List<int>> ListsByName { get; set; } = [];

    public int[][] Arrays { get; set; } = [];

    public List<Unhandled> Objects { get; set; } = [];

    public KeyValuePair<int, int> Pair { get; set; }

    public IEnumerable<int> Sequence { get; set; } = [];

    public Memory<int> Memory { get; set; }

    public HandledList Own { get; set; } = [];

    [JsonNumberHandling(JsonNumberHandling.Strict)]
    public HandledList OwnStrict { get; set; } = [];

    public JsonElement Element { get; set; } = JsonElement.Parse("1");

    public char Char { get; set; } = '1';
}

public sealed record Unhandled(int Number);

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed class HandledList : List<int>;

public sealed class LeftOutByDefault
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public List<int>? List { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int[]? Array { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<int> Immutable { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<int> Memory { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Double { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public float Float { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Half Half { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Decimal { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Labelled Labelled { get; set; }
}

[JsonConverter(typeof(LabelledConverter))]
public readonly record struct Labelled(int Number);

public sealed class LabelledConverter : JsonConverter<Labelled>
{
    public override Labelled Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Labelled value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue("label");
        writer.WriteNumberValue(value.Number);
        writer.WriteEndArray();
    }
}

public sealed record OptionalLabels(
    Labelled? One, Dictionary<string, Labelled?> Map, [property: JsonConverter(typeof(LabelledConverter))] Labelled? Attributed, List<Labelled> Many);

/// <summary>What few payloads have, and System.Text.Json knows all the same.</summary>
public static class UnusualCases
{
    [EventStream("/unusual/names")]
    public static IAsyncEnumerable<StrangeNames> Names(ulong seed) => Case.Stream(seed, static v => new StrangeNames { Nameless = v.Int(), Escaped = v.Int() });

    [EventStream("/unusual/fields")]
    public static IAsyncEnumerable<ReadOnlyFields> Fields(ulong seed) => Case.Stream(seed, static v => new ReadOnlyFields(v.Int()));

    [EventStream("/unusual/required")]
    public static IAsyncEnumerable<SetsAll> Required(ulong seed) => Case.Stream(seed, static v => new SetsAll { Written = v.Int() });

    [EventStream("/unusual/numbers")]
    public static IAsyncEnumerable<HandledNumbers> Numbers(ulong seed) => Case.Stream(seed, static v => new HandledNumbers
    {
        List = v.List(v.Int),
        Map = v.Map(v.Int, v.Int),
        Optional = v.Maybe(v.Int),
        Color = v.Enum<Color>(),
        Lists = v.List(() => v.List(v.Int)),
        Optionals = v.List(() => v.Maybe(v.Int)),
        ListsByName = v.Map(v.String, () => v.List(v.Int)),
        Arrays = v.Array(() => v.Array(v.Int)),
        Objects = v.List(() => new Unhandled(v.Int())),
        Pair = new(v.Int(), v.Int()),
        Sequence = v.Array(v.Int),
        Memory = v.Array(v.Int),
        Own = [v.Int()],
        OwnStrict = [v.Int()],
    });

    [EventStream("/unusual/defaults")]
    public static IAsyncEnumerable<LeftOutByDefault> Defaults(ulong seed) => Case.Stream(seed, static v => new LeftOutByDefault
    {
        List = v.MaybeNull(() => v.List(v.Int)),
        Array = v.MaybeNull(() => v.Array(v.Int)),
        Immutable = v.Bool() ? default : [.. v.Array(v.Int)],
        Memory = v.Bool() ? default : v.Array(v.Int),
        Double = v.Double(),
        Float = v.Pick([0f, -0f, 1f]),
        Half = v.Pick([(Half)0f, (Half)(-0f), (Half)1f]),
        Decimal = v.Decimal(),
        Labelled = new(v.Below(2)),
    });

    [EventStream("/unusual/labels")]
    public static IAsyncEnumerable<OptionalLabels> Labels(ulong seed) => Case.Stream(seed, static v => new OptionalLabels(
        v.Maybe(() => new Labelled(v.Int())), v.Map(v.String, () => v.Maybe(() => new Labelled(v.Int()))), v.Maybe(() => new Labelled(v.Int())), v.List(() => new Labelled(v.Int()))));
}
