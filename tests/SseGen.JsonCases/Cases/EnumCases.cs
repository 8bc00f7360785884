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

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<SignedAccess>))]
public enum SignedAccess : sbyte
{
    [JsonStringEnumMemberName("nothing at all")]
    None = 0,
    Low = 1,
    High = -128,
    Everything = -1,
}

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<WideAccess>))]
public enum WideAccess : ulong
{
    [JsonStringEnumMemberName("low é")]
    Low = 1,
    Top = 1UL << 63,

    [JsonStringEnumMemberName("\"both\"")]
    Both = Top | Low,
    Overlap = Low | 8,
}

/// <summary>Two names for a value, and one name for two values.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Ambiguous>))]
public enum Ambiguous
{
    One = 1,

    [JsonStringEnumMemberName("uno")]
    Uno = 1,

    [JsonStringEnumMemberName("two")]
    Two = 2,
    Zwei = 2,

    [JsonStringEnumMemberName("two")]
    Three = 3,
}

public sealed record EnumNames(
    SignedAccess[] Signed, WideAccess[] Wide, Ambiguous[] Ambiguous, Dictionary<SignedAccess, int> BySigned, Dictionary<WideAccess, Color> ByWide,
    IReadOnlyDictionary<NamedAccess, Negative> ReadOnly, Dictionary<Negative, int> ByNegative, Dictionary<Small, Ambiguous> BySmall);

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

    [EventStream("/enums/names")]
    public static IAsyncEnumerable<EnumNames> Names(ulong seed) => Case.Stream(seed, static v => new EnumNames(
        v.Array(() => (SignedAccess)v.SByte()), v.Array(() => (WideAccess)v.Bits()), v.Array(() => (Ambiguous)v.Below(5)), v.Map(() => (SignedAccess)v.SByte(), v.Int),
        v.Map(() => (WideAccess)v.Bits(), v.Enum<Color>), v.Map(() => (NamedAccess)v.Below(9), v.Enum<Negative>), v.Map(() => (Negative)v.Long(), v.Int),
        v.Map(() => (Small)v.SByte(), v.Enum<Ambiguous>)));

    [EventStream("/enums/root")]
    public static IAsyncEnumerable<Named> Root(ulong seed) => Case.Stream(seed, static v => v.Enum<Named>());

    [EventStream("/enums/optional")]
    public static IAsyncEnumerable<NamedAccess?> Optional(ulong seed) => Case.Stream(seed, static v => v.Maybe(v.Enum<NamedAccess>));
}
