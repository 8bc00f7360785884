using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public class Grandparent
{
    public int Oldest { get; set; }

    public virtual string? Overridden { get; set; }

    public virtual int OverriddenAndIgnored { get; set; }

    public int Hidden { get; set; }

    public int HiddenByIgnored { get; set; }

    public int Renamed { get; set; }
}

public class Parent : Grandparent
{
    public int Middle { get; set; }

    public override string? Overridden { get; set; }

    [JsonIgnore]
    public override int OverriddenAndIgnored { get; set; }

    public new string? Hidden { get; set; }

    [JsonIgnore]
    public new int HiddenByIgnored { get; set; }
}

public sealed class Child : Parent
{
    public int Youngest { get; init; }

    [JsonPropertyName("taken_over")]
    public int Taken { get; set; }

    [JsonPropertyName("other")]
    public new int Renamed { get; set; }
}

public record Entity(int Id)
{
    public string Kind => "entity";
}

public sealed record Person(int Id, string Name, [property: JsonPropertyOrder(-1)] int First, [property: JsonPropertyOrder(5)] int Last) : Entity(Id)
{
    public required string Extra { get; init; }
}

public sealed class Visibility(int seed)
{
    public int Public { get; set; } = seed;

    public int PrivateGetter { private get; set; } = seed;

    public int PrivateSetter { get; private set; } = seed;

    internal int Internal { get; set; } = seed;

    [JsonInclude]
    internal int IncludedInternal { get; set; } = seed;

    [JsonInclude]
    private int IncludedPrivate { get; set; } = seed;

    [JsonInclude]
    private string? IncludedField = seed.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [JsonInclude]
    public int PublicField = seed;

    public int ForgottenField = seed;

    public static int Static { get; set; } = 1;

    public int this[int index] => index;

    public int WriteOnly
    {
        set => IncludedPrivate = value;
    }

    public int Sum() => IncludedPrivate + (IncludedField?.Length ?? 0) + PrivateGetter + ForgottenField;
}

public struct PrivateStruct
{
    public PrivateStruct(int value) => Secret = value;

    [JsonInclude]
    private int Secret { get; set; }

    public override readonly string ToString() => Secret.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class Ignored
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NullText { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int DefaultNumber { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double DefaultDouble { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Guid DefaultGuid { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Color DefaultEnum { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool? DefaultNullable { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<int>? NullList { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Packed<int>? NullStruct { get; set; }

    [JsonIgnore]
    public int Never { get; set; } = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Always { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Packed<int> Last { get; set; }
}

public sealed record OnlyIgnored(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? A,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? B);

public sealed record Empty;

public struct EmptyStruct;

public sealed record Names(
    int ID, int URLValue, int XMLHttpRequest, int _underscore, int A, int AB, int Ärger, int @class, int I18N, int X1Y,
    [property: JsonPropertyName("with \"quotes\"")] int Quoted,
    [property: JsonPropertyName("größer 取引 <>&'+")] int Foreign,
    [property: JsonPropertyName("")] int Nameless,
    [property: JsonPropertyName("tab\t\U0001F600")] int Odd);

public interface INamed
{
    string? Name { get; }
}

public interface IPlaced : INamed
{
    int Place { get; }
}

public sealed record Place(string? Name, int Place_, int NeverSeen) : IPlaced
{
    int IPlaced.Place => Place_;
}

public sealed record ThroughInterface(IPlaced? Placed, INamed Named, IPlaced[] All);

public sealed record Page<T>(IReadOnlyList<T> Items, T First, int? Next);

public static class Outer<T>
{
    public sealed record Inner<TOther>(T? Left, TOther? Right);
}

public sealed record Generics(Page<string> Strings, Page<Packed<long>> Packed, Outer<int>.Inner<string> Nested, Page<int[]> Arrays);

public sealed record Tuples((int A, string B) Value, (int, int)? Optional, Tuple<int, string> Reference, KeyValuePair<string, int> Pair);

public sealed class Obsoleted
{
    [Obsolete("use Better")]
    public int Old { get; set; }

    [Obsolete("use Better", error: true)]
    public int Older { get; set; }

    public int Better { get; set; }

    public static Obsoleted Of(Values v) => new() { Better = v.Int() };
}

public sealed record References(Uri? Uri, Version? Version, string? Text, byte[]? Bytes, Empty? Empty, EmptyStruct Nothing);

public sealed record Special(DBNull? Nothing, Guid? Id);

/// <summary>What becomes a property, under which name, in which order.</summary>
public static class MemberCases
{
    [EventStream("/members/inheritance")]
    public static IAsyncEnumerable<Child> Inheritance(ulong seed) => Case.Stream(seed, static v => new Child
    {
        Youngest = v.Int(), Taken = v.Int(), Renamed = v.Int(), Middle = v.Int(), Overridden = v.MaybeNull(v.String), Hidden = v.String(), Oldest = v.Int(),
    });

    [EventStream("/members/base")]
    public static IAsyncEnumerable<Parent> Base(ulong seed) => Case.Stream(seed, static v => new Child { Youngest = v.Int(), Middle = v.Int() } as Parent);

    [EventStream("/members/records")]
    public static IAsyncEnumerable<Person> Records(ulong seed) => Case.Stream(seed, static v => new Person(v.Int(), v.String(), v.Int(), v.Int()) { Extra = v.String() });

    [EventStream("/members/visibility")]
    public static IAsyncEnumerable<Visibility> Visibility(ulong seed) => Case.Stream(seed, static v => new Visibility(v.Int()));

    [EventStream("/members/privates")]
    public static IAsyncEnumerable<PrivateStruct> Privates(ulong seed) => Case.Stream(seed, static v => new PrivateStruct(v.Int()));

    [EventStream("/members/ignored")]
    public static IAsyncEnumerable<Ignored> Ignored(ulong seed) => Case.Stream(seed, static v => new Ignored
    {
        NullText = v.MaybeNull(v.String), DefaultNumber = v.Below(2), DefaultDouble = v.Bool() ? -0d : v.Double(), DefaultGuid = v.Bool() ? default : v.Guid(),
        DefaultEnum = v.Enum<Color>(), DefaultNullable = v.Maybe(v.Bool), NullList = v.MaybeNull(() => v.List(v.Int)), NullStruct = v.Maybe(() => new Packed<int>(0, null)),
        Always = v.MaybeNull(v.String), Last = v.Bool() ? default : new Packed<int>(v.Int(), null),
    });

    [EventStream("/members/onlyignored")]
    public static IAsyncEnumerable<OnlyIgnored> OnlyIgnored(ulong seed) => Case.Stream(seed, static v => new OnlyIgnored(v.MaybeNull(v.String), v.MaybeNull(v.String)));

    [EventStream("/members/empty")]
    public static IAsyncEnumerable<Empty?> Empty(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => new Empty()));

    [EventStream("/members/names")]
    public static IAsyncEnumerable<Names> Names(ulong seed) => Case.Stream(seed, static v => new Names(v.Int(), 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, v.Int()));

    [EventStream("/members/interfaces")]
    public static IAsyncEnumerable<ThroughInterface> Interfaces(ulong seed) => Case.Stream(seed, static v => new ThroughInterface(
        v.MaybeNull<IPlaced>(() => new Place(v.String(), v.Int(), 3)), new Place(null, v.Int(), 4), v.Array<IPlaced>(() => new Place(v.String(), v.Int(), 5))));

    [EventStream("/members/generics")]
    public static IAsyncEnumerable<Generics> Generics(ulong seed) => Case.Stream(seed, static v => new Generics(
        new(v.Array(v.String), v.String(), v.Maybe(v.Int)), new([], new Packed<long>(v.Long(), null), null), new(v.Int(), v.MaybeNull(v.String)), new([], v.Array(v.Int), 1)));

    [EventStream("/members/tuples")]
    public static IAsyncEnumerable<Tuples> Tuples(ulong seed) => Case.Stream(seed, static v => new Tuples((1, "x"), v.Maybe(() => (1, 2)), new(v.Int(), v.String()), new(v.String(), v.Int())));

    [EventStream("/members/obsolete")]
    public static IAsyncEnumerable<Obsoleted> Obsolete(ulong seed) => Case.Stream(seed, Obsoleted.Of);

    [EventStream("/members/references")]
    public static IAsyncEnumerable<References?> References(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => new References(
        v.MaybeNull(v.Uri), v.MaybeNull(v.Version), v.MaybeNull(v.String), v.MaybeNull(v.Bytes), v.MaybeNull(() => new Empty()), default)));

    [EventStream("/members/special")]
    public static IAsyncEnumerable<Special> Special(ulong seed) => Case.Stream(seed, static v => new Special(v.MaybeNull(() => DBNull.Value), v.Maybe(v.Guid)));
}
