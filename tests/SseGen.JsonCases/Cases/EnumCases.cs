using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public enum Color
{
    Red,
    Green,
    Blue = 7,
}

[Flags]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    Execute = 4,
    ReadWrite = Read | Write,
    All = ReadWrite | Execute,
}

[JsonConverter(typeof(JsonStringEnumConverter<Named>))]
public enum Named
{
    First,
    Second,
    Alias = Second,

    [JsonStringEnumMemberName("the \"third\" – größer")]
    Third,
    @event,
}

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<NamedAccess>))]
public enum NamedAccess : byte
{
    None = 0,
    Read = 1,

    [JsonStringEnumMemberName("write it")]
    Write = 2,
    Execute = 4,
    ReadExecute = Read | Execute,
    WriteExecute = Write | Execute,
}

public enum Small : sbyte
{
    Low = -128,
    High = 127,
}

public enum Large : ulong
{
    One = 1,
    Huge = ulong.MaxValue,
}

[JsonConverter(typeof(JsonStringEnumConverter<Negative>))]
public enum Negative : long
{
    Least = long.MinValue,
    Minus = -1,
    Zero = 0,
}

public sealed record Enums(
    Color Color, Color? Optional, Color[] Colors, Access Access, Named Named, Named? OptionalNamed, List<Named> Names, NamedAccess NamedAccess,
    Small Small, Large Large, Negative Negative, DayOfWeek Day,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Color>))] Color ByName,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Color>))] Color? OptionalByName,
    [property: JsonConverter(typeof(JsonNumberEnumConverter<Named>))] Named ByNumber);

public static class EnumCases
{
    [EventStream("/enums")]
    public static IAsyncEnumerable<Enums> All(ulong seed) => Case.Stream(seed, static v => new Enums(
        v.Enum<Color>(), v.Maybe(v.Enum<Color>), v.Array(v.Enum<Color>), v.Enum<Access>(), v.Enum<Named>(), v.Maybe(v.Enum<Named>), v.List(v.Enum<Named>), v.Enum<NamedAccess>(),
        v.Pick([Small.Low, Small.High, (Small)3]), v.Enum<Large>(), v.Enum<Negative>(), v.Enum<DayOfWeek>(), v.Enum<Color>(), v.Maybe(v.Enum<Color>), v.Enum<Named>()));

    [EventStream("/enums/root")]
    public static IAsyncEnumerable<Named> Root(ulong seed) => Case.Stream(seed, static v => v.Enum<Named>());

    [EventStream("/enums/optional")]
    public static IAsyncEnumerable<NamedAccess?> Optional(ulong seed) => Case.Stream(seed, static v => v.Maybe(v.Enum<NamedAccess>));
}
