using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace SseGen.JsonCases.Cases;

public class Ancestor
{
    [JsonIgnore]
    public virtual int IgnoredAbove { get; set; }

    public int HiddenByIgnored { get; set; } = 1;

    public virtual int OverriddenAndIgnored { get; set; } = 2;

    [JsonPropertyName("renamed")]
    public virtual int Renamed { get; set; } = 3;

    public int Twice { get; set; } = 4;

    [JsonInclude]
    protected int Protected = 5;

    [JsonInclude]
    private int Secret { get; set; } = 6;

    public int Sum() => Secret + Protected;

    [JsonPropertyOrder(-1)]
    public int First => 7;
}

public class Heir : Ancestor
{
    public override int IgnoredAbove { get; set; } = 11;

    [JsonIgnore]
    public new int HiddenByIgnored { get; set; } = 12;

    public override int Renamed { get; set; } = 13;

    public int Own { get; set; } = 14;

    [JsonInclude]
    private int Secret { get; set; } = 15;

    public int SumOfHeir() => Secret + Own;

    [JsonPropertyOrder(-1)]
    public int FirstToo => 16;
}

public class LaterHeir : Heir
{
    public new int HiddenByIgnored { get; set; } = 21;

    [JsonIgnore]
    public override int OverriddenAndIgnored { get; set; } = 22;

    public new string Own { get; set; } = "own";

    public new int Twice() => 23;
}

public class LastHeir : LaterHeir
{
    public override int OverriddenAndIgnored { get; set; } = 31;

    public new int IgnoredAbove { get; set; } = 32;
}

public class Widened
{
    public virtual object? Value => 1;

    public virtual IEnumerable<int>? Many => null;
}

/// <summary>Overrides by a type that is more exact.</summary>
public class Narrowed : Widened
{
    public override string Value => "narrow";

    public override List<int> Many => [1, 2];
}

public sealed class Reading
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public required int OnlyRead { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public int OnlyWritten { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Always { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required string? Required { get; set; }

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]
    public List<int> Replaced { get; set; } = [1];
}

/// <summary>What newer versions of the language have.</summary>
public sealed partial class Modern
{
    [AllowNull]
    public string Field
    {
        get => field ?? "none";
        set => field = value?.Trim();
    }

    public int Initialized { get; init => field = value + 1; } = 3;

    [JsonPropertyName("in_parts")]
    public partial int InParts { get; }

    public partial string? Other { get; set; }
}

public sealed partial class Modern
{
    public partial int InParts => 5;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public partial string? Other { get => _other; set => _other = value; }

    private string? _other;
}

public static class ModernExtensions
{
    extension(Modern modern)
    {
        public int Never => modern.Initialized;
    }
}

/// <summary>Attributes on what positional members are made of; that of the field makes it a second member.</summary>
public sealed record Positional(
    [property: JsonPropertyName("a-b"), JsonPropertyOrder(2)] int Ordered, [property: JsonIgnore] int Left, [field: JsonInclude] int Behind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int? Optional)
{
    public int Computed => Left;

    private int Private => Left;

    public override string ToString() => Private.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Members that differ in nothing but case, of which one is left out.</summary>
public sealed class OneOfTwo
{
    public int Value { get; set; }

    [JsonIgnore]
    public int value { get; set; }
}

/// <summary>What hides what, who overrides whom, and what of it is left out.</summary>
public static class HidingCases
{
    [EventStream("/hiding/heir")]
    public static IAsyncEnumerable<Heir> Heirs(ulong seed) => Case.Stream(seed, static v => new Heir { Own = v.Int() });

    [EventStream("/hiding/later")]
    public static IAsyncEnumerable<LaterHeir> LaterHeirs(ulong seed) => Case.Stream(seed, static v => new LaterHeir { Own = v.String() });

    [EventStream("/hiding/last")]
    public static IAsyncEnumerable<LastHeir> LastHeirs(ulong seed) => Case.Stream(seed, static v => new LastHeir { IgnoredAbove = v.Int() });

    [EventStream("/hiding/narrowed")]
    public static IAsyncEnumerable<Narrowed?> NarrowedOnes(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => new Narrowed()));

    [EventStream("/hiding/widened")]
    public static IAsyncEnumerable<Widened> WidenedOnes(ulong seed) => Case.Stream(seed, static v => v.Bool() ? new Narrowed() : new Widened());

    [EventStream("/hiding/reading")]
    public static IAsyncEnumerable<Reading> Readings(ulong seed) => Case.Stream(seed, static v =>
        new Reading { OnlyRead = 1, OnlyWritten = v.Int(), Always = v.Int(), Required = v.MaybeNull(v.String) });

    [EventStream("/hiding/modern")]
    public static IAsyncEnumerable<Modern> Moderns(ulong seed) => Case.Stream(seed, static v =>
        new Modern { Field = v.MaybeNull(v.String), Initialized = v.Below(9), Other = v.MaybeNull(v.String) });

    [EventStream("/hiding/positional")]
    public static IAsyncEnumerable<Positional> Positionals(ulong seed) => Case.Stream(seed, static v => new Positional(v.Int(), v.Int(), v.Int(), v.Maybe(v.Int)));

    [EventStream("/hiding/case")]
    public static IAsyncEnumerable<OneOfTwo> Cases(ulong seed) => Case.Stream(seed, static v => new OneOfTwo { Value = v.Int(), value = v.Int() });
}
