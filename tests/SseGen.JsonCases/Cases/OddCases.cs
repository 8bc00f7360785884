using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "")]
[JsonDerivedType(typeof(NamelessCase), "")]
public abstract class NamelessUnion
{
    public int A => 1;
}

public sealed class NamelessCase : NamelessUnion;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "a\"b é")]
[JsonDerivedType(typeof(EscapedUnion), -5)]
[JsonDerivedType(typeof(EscapedCase<int>), "x\"<é")]
[JsonDerivedType(typeof(EscapedCase<string>))]
public class EscapedUnion
{
    public int A => 1;
}

public class EscapedCase<T> : EscapedUnion
{
    public T? B { get; set; }
}

[JsonDerivedType(typeof(Implementation), 5)]
public interface IUnion
{
    int A { get; }

    int Given => 4;

    static int Never => 3;
}

public sealed class Implementation : IUnion
{
    public int A => 1;

    public int B => 2;
}

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
[JsonDerivedType(typeof(Listed), "listed")]
public abstract class Nearest
{
    public int A => 1;
}

public class Listed : Nearest
{
    public int B => 2;
}

public class NowhereListed : Listed
{
    public int C => 3;
}

public sealed record Unions(NamelessUnion? Nameless, EscapedUnion[] Escaped, IUnion? Interface, Nearest Nearest, Dictionary<string, Nearest?> ByName);

public sealed class OddCollections : List<int>
{
    public int Extra => 5;
}

public sealed class TwoSequences : Dictionary<string, int>, IEnumerable<int>
{
    IEnumerator<int> IEnumerable<int>.GetEnumerator() => throw new NotSupportedException();
}

public sealed record Odd(
    OddCollections List, TwoSequences Two, Lazy<int> Lazy, ArraySegment<byte> Bytes, List<byte> ByteList, Stack<int> Stack, ILookup<int, int> Lookup,
    Dictionary<string, int>.KeyCollection Keys, FrozenDictionary<string, int> Frozen, ValueTuple<int> Tuple, Uri Relative, Memory<char> Characters);

public sealed record UnusualKeys(
    Dictionary<char, int> Chars, Dictionary<DateTime, int> Dates, Dictionary<double, int> Doubles, Dictionary<bool, int> Bools, Dictionary<TimeSpan, int> Times,
    Dictionary<Uri, int> Uris, Dictionary<Version, int> Versions, Dictionary<Half, int> Halves, Dictionary<Int128, int> Wide, Dictionary<Ambiguous, int> Enums);

[Flags]
public enum UnsignedAccess : uint
{
    None = 0,
    One = 1,
    Top = 1u << 31,
}

/// <summary>Names with commas are names, but for flags; two values may even share one.</summary>
public enum LooselyNamed : ushort
{
    [JsonStringEnumMemberName("a,b")]
    Comma,

    [JsonStringEnumMemberName("2")]
    Digit,

    [JsonStringEnumMemberName("Digit")]
    Taken,
}

public sealed record UnusualEnums(
    UnsignedAccess Flags, Dictionary<UnsignedAccess, int> ByFlags, LooselyNamed Loose, Dictionary<LooselyNamed, int> ByLoose,
    [property: JsonConverter(typeof(JsonStringEnumConverter<LooselyNamed>))] LooselyNamed? Name);

/// <summary>Members of generic types that only an accessor reaches.</summary>
public class Guarded<T>(T value)
{
    [JsonInclude]
    private readonly T _field = value;

    [JsonInclude]
    private int Count { get; set; } = 1;

    [JsonInclude]
    protected List<T> Many => [_field];

    public int Sum() => Count;
}

public sealed class GuardedText(string value) : Guarded<string>(value)
{
    public sealed class Inner<TKey, TValue>
        where TKey : struct, IComparable<TKey>
        where TValue : class, IEnumerable<int>, new()
    {
        [JsonInclude]
        private Dictionary<TKey, TValue> Map { get; set; } = new() { [default] = new() };

        public int Count() => Map.Count;
    }
}

public struct GuardedStruct<T>(T value)
    where T : unmanaged
{
    [JsonInclude]
    private readonly T _field = value;

    [JsonInclude]
    private T Property => _field;

    public override string ToString() => Property.ToString() ?? "";
}

public sealed record GuardedOnes(Guarded<int?> Optional, GuardedText Text, GuardedText.Inner<Guid, List<int>> Inner, GuardedStruct<Color> Struct);

/// <summary>Unions, collections, keys and generic types that few payloads have.</summary>
public static class OddCases
{
    [EventStream("/odd/unions")]
    public static IAsyncEnumerable<Unions> AllUnions(ulong seed) => Case.Stream(seed, static v => new Unions(
        v.MaybeNull(() => new NamelessCase()), v.Array(() => v.Pick([new EscapedUnion(), new EscapedCase<int> { B = v.Int() }, new EscapedCase<string> { B = v.String() }])),
        v.MaybeNull(() => new Implementation()), v.Bool() ? new Listed() : new NowhereListed(), v.Map(v.String, () => v.Pick<Nearest?>([null, new Listed(), new NowhereListed()]))));

    [EventStream("/odd/collections")]
    public static IAsyncEnumerable<Odd> Collections(ulong seed) => Case.Stream(seed, static v => new Odd(
        [v.Int()], new() { ["a"] = v.Int() }, new(v.Int()), v.Bytes(), [.. v.Bytes()], new(v.Array(v.Int)), v.Array(v.Int).ToLookup(static i => i % 2),
        v.Map(v.String, v.Int).Keys, v.Map(v.String, v.Int).ToFrozenDictionary(), new(v.Int()), new("a/b?ö", UriKind.Relative), v.Array(v.Char)));

    [EventStream("/odd/keys")]
    public static IAsyncEnumerable<UnusualKeys> Keys(ulong seed) => Case.Stream(seed, static v => new UnusualKeys(
        v.Map(v.Char, v.Int), v.Map(v.DateTime, v.Int), v.Map(v.Double, v.Int), v.Map(v.Bool, v.Int), v.Map(v.TimeSpan, v.Int), v.Map(v.Uri, v.Int), v.Map(v.Version, v.Int),
        v.Map(v.Half, v.Int), v.Map(v.Int128, v.Int), v.Map(() => (Ambiguous)v.Below(5), v.Int)));

    [EventStream("/odd/enums")]
    public static IAsyncEnumerable<UnusualEnums> Enums(ulong seed) => Case.Stream(seed, static v => new UnusualEnums(
        (UnsignedAccess)v.UInt(), v.Map(() => (UnsignedAccess)v.UInt(), v.Int), (LooselyNamed)v.Below(5), v.Map(() => (LooselyNamed)v.Below(5), v.Int),
        v.Maybe(() => (LooselyNamed)v.Below(5))));

    [EventStream("/odd/guarded")]
    public static IAsyncEnumerable<GuardedOnes> GuardedAll(ulong seed) => Case.Stream(seed, static v =>
        new GuardedOnes(new(v.Maybe(v.Int)), new(v.String()), new(), new(v.Enum<Color>())));
}
