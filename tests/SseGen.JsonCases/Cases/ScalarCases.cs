namespace SseGen.JsonCases.Cases;

/// <summary>A value type alone, and none.</summary>
public sealed record Alone<T>(T Value, T? Optional)
    where T : struct;

/// <summary>Sequences of a value type.</summary>
public sealed record Sequences<T>(T[] Array, List<T> List, T?[]? Optionals, IReadOnlyList<T> Interface, HashSet<T> Set)
    where T : struct;

/// <summary>A value type in dictionaries, as value and as key.</summary>
public sealed record Maps<T>(Dictionary<string, T> Values, Dictionary<T, int> Keys, Dictionary<string, T?>? Optionals)
    where T : struct;

/// <summary>A struct with a value type.</summary>
public readonly record struct Packed<T>(T Value, T? Optional)
    where T : struct;

/// <summary>All of them: five payload types for each value type.</summary>
public sealed record Everywhere<T>(Alone<T> Alone, Sequences<T> Sequences, Maps<T>? Maps, Packed<T> Packed, Packed<T>? Optional)
    where T : struct
{
    internal static Everywhere<T> Of(Values v, Func<T> next) => new(
        new Alone<T>(next(), v.Maybe(next)),
        new Sequences<T>(v.Array(next), v.List(next), v.MaybeNull(() => v.Array(() => v.Maybe(next))), v.Array(next), [.. v.Array(next)]),
        v.MaybeNull(() => new Maps<T>(
            v.Map(v.String, next), v.Map(next, v.Int), v.MaybeNull(() => v.Map(v.String, () => v.Maybe(next))))),
        new Packed<T>(next(), v.Maybe(next)),
        v.Maybe(() => new Packed<T>(next(), v.Maybe(next))));
}

/// <summary>Each value type that is a JSON scalar, wherever one can stand.</summary>
public static class ScalarCases
{
    [EventStream("/scalars/bool")]
    public static IAsyncEnumerable<Everywhere<bool>> Bool(ulong seed) => Case.Stream(seed, static v => Everywhere<bool>.Of(v, v.Bool));

    [EventStream("/scalars/sbyte")]
    public static IAsyncEnumerable<Everywhere<sbyte>> SByte(ulong seed) => Case.Stream(seed, static v => Everywhere<sbyte>.Of(v, v.SByte));

    [EventStream("/scalars/byte")]
    public static IAsyncEnumerable<Everywhere<byte>> Byte(ulong seed) => Case.Stream(seed, static v => Everywhere<byte>.Of(v, v.Byte));

    [EventStream("/scalars/short")]
    public static IAsyncEnumerable<Everywhere<short>> Short(ulong seed) => Case.Stream(seed, static v => Everywhere<short>.Of(v, v.Short));

    [EventStream("/scalars/ushort")]
    public static IAsyncEnumerable<Everywhere<ushort>> UShort(ulong seed) => Case.Stream(seed, static v => Everywhere<ushort>.Of(v, v.UShort));

    [EventStream("/scalars/int")]
    public static IAsyncEnumerable<Everywhere<int>> Int(ulong seed) => Case.Stream(seed, static v => Everywhere<int>.Of(v, v.Int));

    [EventStream("/scalars/uint")]
    public static IAsyncEnumerable<Everywhere<uint>> UInt(ulong seed) => Case.Stream(seed, static v => Everywhere<uint>.Of(v, v.UInt));

    [EventStream("/scalars/long")]
    public static IAsyncEnumerable<Everywhere<long>> Long(ulong seed) => Case.Stream(seed, static v => Everywhere<long>.Of(v, v.Long));

    [EventStream("/scalars/ulong")]
    public static IAsyncEnumerable<Everywhere<ulong>> ULong(ulong seed) => Case.Stream(seed, static v => Everywhere<ulong>.Of(v, v.Bits));

    [EventStream("/scalars/int128")]
    public static IAsyncEnumerable<Everywhere<Int128>> Int128(ulong seed) => Case.Stream(seed, static v => Everywhere<Int128>.Of(v, v.Int128));

    [EventStream("/scalars/uint128")]
    public static IAsyncEnumerable<Everywhere<UInt128>> UInt128(ulong seed) => Case.Stream(seed, static v => Everywhere<UInt128>.Of(v, v.UInt128));

    [EventStream("/scalars/half")]
    public static IAsyncEnumerable<Everywhere<Half>> Half(ulong seed) => Case.Stream(seed, static v => Everywhere<Half>.Of(v, v.Half));

    [EventStream("/scalars/float")]
    public static IAsyncEnumerable<Everywhere<float>> Float(ulong seed) => Case.Stream(seed, static v => Everywhere<float>.Of(v, v.Float));

    [EventStream("/scalars/double")]
    public static IAsyncEnumerable<Everywhere<double>> Double(ulong seed) => Case.Stream(seed, static v => Everywhere<double>.Of(v, v.Double));

    [EventStream("/scalars/decimal")]
    public static IAsyncEnumerable<Everywhere<decimal>> Decimal(ulong seed) => Case.Stream(seed, static v => Everywhere<decimal>.Of(v, v.Decimal));

    [EventStream("/scalars/char")]
    public static IAsyncEnumerable<Everywhere<char>> Char(ulong seed) => Case.Stream(seed, static v => Everywhere<char>.Of(v, v.Char));

    [EventStream("/scalars/datetime")]
    public static IAsyncEnumerable<Everywhere<DateTime>> DateTime(ulong seed) => Case.Stream(seed, static v => Everywhere<DateTime>.Of(v, v.DateTime));

    [EventStream("/scalars/datetimeoffset")]
    public static IAsyncEnumerable<Everywhere<DateTimeOffset>> DateTimeOffset(ulong seed) => Case.Stream(seed, static v => Everywhere<DateTimeOffset>.Of(v, v.DateTimeOffset));

    [EventStream("/scalars/dateonly")]
    public static IAsyncEnumerable<Everywhere<DateOnly>> DateOnly(ulong seed) => Case.Stream(seed, static v => Everywhere<DateOnly>.Of(v, v.DateOnly));

    [EventStream("/scalars/timeonly")]
    public static IAsyncEnumerable<Everywhere<TimeOnly>> TimeOnly(ulong seed) => Case.Stream(seed, static v => Everywhere<TimeOnly>.Of(v, v.TimeOnly));

    [EventStream("/scalars/timespan")]
    public static IAsyncEnumerable<Everywhere<TimeSpan>> TimeSpan(ulong seed) => Case.Stream(seed, static v => Everywhere<TimeSpan>.Of(v, v.TimeSpan));

    [EventStream("/scalars/guid")]
    public static IAsyncEnumerable<Everywhere<Guid>> Guid(ulong seed) => Case.Stream(seed, static v => Everywhere<Guid>.Of(v, v.Guid));
}
