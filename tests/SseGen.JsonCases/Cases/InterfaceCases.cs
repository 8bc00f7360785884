using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public interface IRoot
{
    int Root { get; }
}

public interface ILeft : IRoot
{
    int Left { get; }

    int Default => Left + 1;
}

public interface IRight : IRoot
{
    int Right { get; }
}

public interface IApart
{
    int Apart { get; }
}

public interface IDiamond : ILeft, IRight
{
    int Diamond { get; }
}

public interface ITwice : IApart, IDiamond, IRight
{
    int Twice { get; }
}

public interface IFlat : IApart, ITwice
{
    int Flat { get; }

    static int Static => 1;

    int this[int index] { get; }
}

/// <summary>Hides what it inherits.</summary>
public interface IHiding : IRoot, ILeft
{
    new int Root { get; }

    string? Text { get; set; }
}

/// <summary>Hides what it inherits, and leaves it out.</summary>
public interface ILeavingOut : IRoot
{
    [JsonIgnore]
    new int Root { get; }

    int Other { get; }
}

public interface IGeneric<T> : IRoot
{
    T? Value { get; }
}

public sealed class Everything(Values v) : IFlat, IHiding, ILeavingOut, IGeneric<string>
{
    public int Root { get; } = v.Int();

    public int Left { get; } = v.Below(100);

    public int Right { get; } = v.Int();

    public int Apart { get; } = v.Int();

    public int Diamond { get; } = v.Int();

    public int Twice { get; } = v.Int();

    public int Flat { get; } = v.Int();

    public string? Text { get; set; } = v.MaybeNull(v.String);

    public int Other { get; } = v.Int();

    public string? Value { get; } = v.MaybeNull(v.String);

    int IRoot.Root => -1;

    int IFlat.this[int index] => index;
}

public sealed record ThroughInterfaces(IRoot Root, ILeft? Left, IHiding Hiding, ILeavingOut LeavingOut, IGeneric<string> Generic, IReadOnlyList<IDiamond> Diamonds, ITwice Twice);

[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor)]
[JsonDerivedType(typeof(Local), "local")]
[JsonDerivedType(typeof(IRemote), 2)]
public interface ISource
{
    int Id { get; }
}

public interface IRemote : ISource
{
    string Host { get; }
}

public record Local(int Id) : ISource;

public sealed record Nearby(int Id, int Distance) : Local(Id);

public sealed record Far(int Id, string Host, int Port) : IRemote;

public sealed record Unlisted(int Id) : ISource;

public sealed record Sources(ISource One, Dictionary<string, ISource?> ByName, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] List<ISource>? Some, Local Direct);

/// <summary>Values that are known by an interface.</summary>
public static class InterfaceCases
{
    [EventStream("/interfaces")]
    public static IAsyncEnumerable<ThroughInterfaces> All(ulong seed) => Case.Stream(seed, static v =>
    {
        var one = new Everything(v);
        return new ThroughInterfaces(one, v.MaybeNull<ILeft>(() => one), one, one, one, v.Array<IDiamond>(() => new Everything(v)), one);
    });

    [EventStream("/interfaces/flat")]
    public static IAsyncEnumerable<IFlat> Flat(ulong seed) => Case.Stream<IFlat>(seed, static v => new Everything(v));

    [EventStream("/interfaces/polymorphism")]
    public static IAsyncEnumerable<Sources> Polymorphism(ulong seed) => Case.Stream(seed, static v => new Sources(
        Source(v), v.Map(v.String, () => v.MaybeNull(() => Source(v))), v.MaybeNull(() => v.List(() => Source(v))), new Nearby(v.Int(), v.Int())));

    private static ISource Source(Values v) => v.Below(4) switch
    {
        0 => new Local(v.Int()),
        1 => new Nearby(v.Int(), v.Int()),
        2 => new Far(v.Int(), v.String(), v.Int()),
        _ => new Unlisted(v.Int()),
    };
}
