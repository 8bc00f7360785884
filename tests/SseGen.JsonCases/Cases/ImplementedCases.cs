using System.Text.Json.Serialization;
using SseGen.JsonCases.Library;

namespace SseGen.JsonCases.Cases;

public interface IRanked
{
    int Rank { get; }
}

public interface ITitled<T>
{
    T Title { get; }
}

/// <summary>Implements the interface without a word, and so its property is virtual for reflection.</summary>
public class Ranked : IRanked
{
    public int Rank { get; set; } = 1;
}

/// <summary>Only one of the two is virtual.</summary>
public class RankedApart : Ranked
{
    [JsonIgnore]
    public new int Rank { get; set; } = 2;
}

public class RankedAgain : Ranked, IRanked
{
    [JsonIgnore]
    public new int Rank { get; set; } = 2;
}

public class RankedAsText : Ranked, IRanked
{
    [JsonIgnore]
    public new string Rank { get; set; } = "two";

    int IRanked.Rank => 3;
}

public class RankedSometimes : Ranked, IRanked
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public new int Rank { get; set; }
}

public class RankedRenamed : Ranked, IRanked
{
    [JsonPropertyName("place")]
    public new int Rank { get; set; } = 2;
}

public class RankedRenamedAndIgnored : Ranked, IRanked
{
    [JsonIgnore, JsonPropertyName("place")]
    public new virtual int Rank { get; set; } = 2;
}

public class RankedDeeper : RankedAgain
{
    public new virtual int Rank { get; set; } = 3;
}

public class RankedDeepest : RankedRenamedAndIgnored
{
    public override int Rank { get; set; } = 4;
}

/// <summary>Has no interface, but what derives from it has.</summary>
public class Unranked
{
    public int Rank { get; set; } = 1;
}

public class RankedLater : Unranked, IRanked;

public class RankedLaterAndIgnored : RankedLater, IRanked
{
    [JsonIgnore]
    public new int Rank { get; set; } = 2;
}

/// <summary>Another class made the property of their common base virtual.</summary>
public class RankedBeside : Unranked
{
    [JsonIgnore]
    public new virtual int Rank { get; set; } = 2;
}

/// <summary>A base in another assembly that a class here makes no more virtual than it was.</summary>
public class ShippedHere : Shipped<int>, IRanked
{
    [JsonIgnore]
    public new virtual int Number { get; set; } = 6;

    public int Rank => Number;
}

public class ShippedTwice : ShippedByNumber
{
    [JsonIgnore]
    public new virtual int Number { get; set; } = 6;
}

/// <summary>Includes what it has for an interface alone.</summary>
public class Explicitly : IRanked, ITitled<Dictionary<string, int>>
{
    [JsonInclude]
    int IRanked.Rank => 7;

    [JsonInclude]
    Dictionary<string, int> ITitled<Dictionary<string, int>>.Title => new() { ["a"] = 1 };

    public int Last { get; set; }
}

public record struct ExplicitStruct(int Value) : ITitled<string?>
{
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    readonly string? ITitled<string?>.Title => Value == 0 ? null : "titled";
}

/// <summary>Properties that are virtual through an interface, and members of other assemblies.</summary>
public static class ImplementedCases
{
    [EventStream("/implemented/apart")]
    public static IAsyncEnumerable<RankedApart> Apart(ulong seed) => Case.Stream(seed, static v => new RankedApart { Rank = v.Int() });

    [EventStream("/implemented/again")]
    public static IAsyncEnumerable<RankedAgain> Again(ulong seed) => Case.Stream(seed, static v => new RankedAgain { Rank = v.Int() });

    [EventStream("/implemented/text")]
    public static IAsyncEnumerable<RankedAsText> AsText(ulong seed) => Case.Stream(seed, static v => new RankedAsText { Rank = v.String() });

    [EventStream("/implemented/sometimes")]
    public static IAsyncEnumerable<RankedSometimes> Sometimes(ulong seed) => Case.Stream(seed, static v => new RankedSometimes { Rank = v.Below(2) });

    [EventStream("/implemented/renamed")]
    public static IAsyncEnumerable<RankedRenamed> Renamed(ulong seed) => Case.Stream(seed, static v => new RankedRenamed { Rank = v.Int() });

    [EventStream("/implemented/renamed-ignored")]
    public static IAsyncEnumerable<RankedRenamedAndIgnored> RenamedAndIgnored(ulong seed) => Case.Stream(seed, static v =>
        v.Bool() ? new RankedRenamedAndIgnored { Rank = v.Int() } : new RankedDeepest());

    [EventStream("/implemented/deeper")]
    public static IAsyncEnumerable<RankedDeeper> Deeper(ulong seed) => Case.Stream(seed, static v => new RankedDeeper { Rank = v.Int() });

    [EventStream("/implemented/deepest")]
    public static IAsyncEnumerable<RankedDeepest> Deepest(ulong seed) => Case.Stream(seed, static v => new RankedDeepest { Rank = v.Int() });

    [EventStream("/implemented/later")]
    public static IAsyncEnumerable<RankedLaterAndIgnored> Later(ulong seed) => Case.Stream(seed, static v => new RankedLaterAndIgnored { Rank = v.Int() });

    [EventStream("/implemented/beside")]
    public static IAsyncEnumerable<RankedBeside> Beside(ulong seed) => Case.Stream(seed, static v => new RankedBeside { Rank = v.Int() });

    [EventStream("/implemented/here")]
    public static IAsyncEnumerable<ShippedHere> Here(ulong seed) => Case.Stream(seed, static v => new ShippedHere { Value = v.Int() });

    [EventStream("/implemented/twice")]
    public static IAsyncEnumerable<ShippedTwice?> Twice(ulong seed) => Case.Stream(seed, static v => v.MaybeNull(() => new ShippedTwice { Value = v.String() }));

    [EventStream("/implemented/explicitly")]
    public static IAsyncEnumerable<Explicitly> Explicit(ulong seed) => Case.Stream(seed, static v => new Explicitly { Last = v.Int() });

    [EventStream("/implemented/struct")]
    public static IAsyncEnumerable<ExplicitStruct> Struct(ulong seed) => Case.Stream(seed, static v => new ExplicitStruct(v.Below(2)));
}
