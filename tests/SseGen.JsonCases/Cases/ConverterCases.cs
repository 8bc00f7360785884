using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public sealed class PointConverter : JsonConverter<Point>
{
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options) => writer.WriteStringValue($"{value.X}/{value.Y} \"é\"");
}

public sealed class LinesConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value is null ? "\"none\"" : "{\n  \"length\":\r\n " + value.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + " }");
}

public sealed class CelsiusConverter : JsonConverter<Celsius>
{
    public override Celsius Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Celsius value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("celsius"u8, value.Degrees);
        writer.WriteEndObject();
    }
}

[JsonConverter(typeof(PointConverter))]
public readonly record struct Point(int X, int Y);

[JsonConverter(typeof(CelsiusConverter))]
public sealed record Celsius(int Degrees);

public sealed record Measured(int Value);

public sealed class MeasuredConverter : JsonConverter<Measured>
{
    public override Measured Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Measured value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

public sealed record Converted(
    Point Point, Point? Optional, Point[] Points, Celsius? Celsius, Dictionary<string, Celsius?> ByName,
    [property: JsonConverter(typeof(PointConverter))] Point? OptionalByMember,
    [property: JsonConverter(typeof(LinesConverter))] string? Lines,
    [property: JsonConverter(typeof(MeasuredConverter))] Measured? Measured);

public sealed class Callbacks : IJsonOnSerializing, IJsonOnSerialized
{
    public int Value { get; set; }

    void IJsonOnSerializing.OnSerializing() => Value = Math.Abs(Value % 1000) + 1;

    void IJsonOnSerialized.OnSerialized() => Value = -Value;
}

public struct StructCallbacks : IJsonOnSerializing
{
    public int Value { get; set; }

    public void OnSerializing() => Value = 42;
}

[JsonNumberHandling(JsonNumberHandling.WriteAsString)]
public sealed record AsStrings(
    int Int, long? Long, decimal Decimal, double Double, Half Half, List<int> List, Dictionary<string, double> Map, List<List<int>> Nested, char Char, Color Enum, Packed<int> Packed,
    [property: JsonNumberHandling(JsonNumberHandling.Strict)] int Strict, int[]? Array, Int128 Big);

public sealed record NamedLiterals(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Double,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] float? Float,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.WriteAsString)] Half Half,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double[] Doubles);

/// <summary>Converters, callbacks and number handling.</summary>
public static class ConverterCases
{
    [EventStream("/converters")]
    public static IAsyncEnumerable<Converted> All(ulong seed) => Case.Stream(seed, static v => new Converted(
        Point(v), v.Maybe(() => Point(v)), v.Array(() => Point(v)), v.MaybeNull(() => new Celsius(v.Int())), v.Map(v.String, () => v.MaybeNull(() => new Celsius(v.Int()))),
        v.Maybe(() => Point(v)), v.MaybeNull(v.String), v.MaybeNull(() => new Measured(v.Int()))));

    [EventStream("/converters/root")]
    public static IAsyncEnumerable<Celsius?> Root(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => new Celsius(v.Int())));

    [EventStream("/callbacks")]
    public static IAsyncEnumerable<Callbacks> Callbacks(ulong seed) => Case.Stream(seed, static v => new Callbacks { Value = v.Int() });

    [EventStream("/callbacks/structs")]
    public static IAsyncEnumerable<StructCallbacks[]> StructCallbacks(ulong seed) => Case.Stream(seed, static v => v.Array(() => new StructCallbacks { Value = v.Int() }));

    [EventStream("/numbers/strings")]
    public static IAsyncEnumerable<AsStrings> Strings(ulong seed) => Case.Stream(seed, static v => new AsStrings(
        v.Int(), v.Maybe(v.Long), v.Decimal(), v.Pick([double.NaN, double.PositiveInfinity, v.Double()]), v.Half(), v.List(v.Int), v.Map(v.String, v.Double), v.List(() => v.List(v.Int)),
        v.Char(), v.Enum<Color>(), new Packed<int>(v.Int(), null), v.Int(), v.MaybeNull(() => v.Array(v.Int)), v.Int128()));

    [EventStream("/numbers/names")]
    public static IAsyncEnumerable<NamedLiterals> Names(ulong seed) => Case.Stream(seed, static v => new NamedLiterals(
        v.Pick([double.NaN, double.NegativeInfinity, v.Double()]), v.Maybe(() => v.Pick([float.NaN, v.Float()])), v.Pick([System.Half.NaN, v.Half()]),
        v.Array(() => v.Pick([double.NaN, v.Double()]))));

    private static Point Point(Values v) => new(v.Int(), v.Int());
}
