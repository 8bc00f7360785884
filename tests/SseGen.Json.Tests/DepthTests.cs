using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SseGen.Json.Tests;

public sealed class DepthTests
{
    private static readonly Dictionary<string, Func<Sparse, Sparse>> s_ends = new()
    {
        ["nothing"] = static s => s,
        ["text"] = static s => s with { Text = "" },
        ["number"] = static s => s with { Number = 0 },
        ["object"] = static s => s with { Anything = 1 },
        ["object of a list"] = static s => s with { Anything = new List<int>() },
        ["object of numbers"] = static s => s with { Anything = new List<int> { 1 } },
        ["left out"] = static s => s with { Count = 1 },
        ["struct"] = static s => s with { Struct = new SparseStruct(null) },
        ["struct of a text"] = static s => s with { Struct = new SparseStruct("") },
        ["nothing in it"] = static s => s with { Nothing = new NothingAtAll() },
        ["texts"] = static s => s with { Texts = ["a"] },
        ["null texts"] = static s => s with { Texts = [null] },
        ["no texts"] = static s => s with { Texts = [] },
        ["numbers"] = static s => s with { Numbers = [1] },
        ["no numbers"] = static s => s with { Numbers = [] },
        ["map"] = static s => s with { Map = new() { ["a"] = true } },
        ["map of numbers"] = static s => s with { NumberMap = new() { ["a"] = 1 } },
        ["sequence"] = static s => s with { Sequence = ["a"] },
        ["null in a sequence"] = static s => s with { Sequence = new HashSet<string?> { null } },
        ["identifiers"] = static s => s with { Ids = new Guid?[] { null, Guid.Empty } },
        ["converted"] = static s => s with { Converted = "a" },
        ["points"] = static s => s with { Points = [1] },
        ["element"] = static s => s with { Element = JsonElement.Parse("null") },
        ["node"] = static s => s with { Nodes = [null, JsonValue.Create(1)] },
        ["extension"] = static s => s with { Extension = [] },
        ["case"] = static s => s with { Case = new SparseCase() },
        ["case of a case"] = static s => s with { Case = new SparseCase { Inner = new SparseCase() } },
    };

    public static TheoryData<string> Ends => [.. s_ends.Keys];

    [Theory]
    [InlineData(1)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public void The_limit_is_that_of_System_Text_Json(int depth)
    {
        Assert.Equal(Outcome(() => JsonSerializer.Serialize(Chain(depth), JsonCase.Options)), Outcome(() => Data(Formatters.Write("Links", Chain(depth)))));
        Assert.Equal(Outcome(() => JsonSerializer.Serialize(Bare(depth), JsonCase.Options)), Outcome(() => Data(Formatters.Write("Bares", Bare(depth)))));
        Assert.Equal(Outcome(() => JsonSerializer.Serialize(Lists(depth), JsonCase.Options)), Outcome(() => Data(Formatters.Write("Nests", Lists(depth)))));
    }

    [Fact]
    public void A_cycle_is_an_exception_and_no_stack_overflow()
    {
        var link = new Link();
        link.Next = link;

        AssertRefusedAlike("Links", link);
    }

    [Fact]
    public void A_list_that_holds_itself_is_an_exception_and_no_stack_overflow()
    {
        var nest = new Nest();
        nest.Add(nest);

        AssertRefusedAlike("Nests", nest);
    }

    [Fact]
    public void A_dictionary_and_a_union_that_hold_themselves_are_exceptions_and_no_stack_overflow()
    {
        var branch = new Branch();
        branch.Named["self"] = branch;

        AssertRefusedAlike<Stem>("Stems", branch);
    }

    /// <summary>At the limit it depends on each member, and on who would write it.</summary>
    [Theory]
    [MemberData(nameof(Ends))]
    public void At_the_limit_each_member_counts_as_for_System_Text_Json(string end)
    {
        for (var depth = 60; depth < 67; depth++)
        {
            var sparse = s_ends[end](new Sparse());
            for (var i = 1; i < depth; i++)
            {
                sparse = new Sparse { Next = sparse };
            }

            Assert.Equal(Outcome(() => JsonSerializer.Serialize(sparse, JsonCase.Options)), Outcome(() => Data(Formatters.Write("Sparses", sparse))));
        }
    }

    [Fact]
    public void The_path_has_the_names_of_the_JSON_and_quotes_what_is_no_name()
    {
        var branch = new Branch();
        branch.Named["a b"] = branch;

        var thrown = Assert.Throws<JsonException>(() => Formatters.Write<Stem>("Stems", branch)).Message;

        Assert.Contains("Path: $.named['a b'].named['a b'].named", thrown, StringComparison.Ordinal);
    }

    /// <summary>
    /// The same type and text. System.Text.Json's path has the members' names in C# and none of the keys, and goes on to the member that is
    /// too deep.
    /// </summary>
    private static void AssertRefusedAlike<T>(string handler, T item)
    {
        var expected = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(item, JsonCase.Options)).Message;
        var thrown = Assert.Throws<JsonException>(() => Formatters.Write(handler, item)).Message;
        Assert.Contains(" Path: $", thrown, StringComparison.Ordinal);
        Assert.StartsWith(thrown.Replace(".self", "", StringComparison.Ordinal).TrimEnd('.'), expected, StringComparison.OrdinalIgnoreCase);
    }

    private static string Outcome(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (JsonException)
        {
            return "refused";
        }
    }

    private static string Data(string frame) => frame["data: ".Length..].TrimEnd('\n');

    private static Link Chain(int length) => length == 1 ? new Link() : new Link { Next = Chain(length - 1) };

    private static BareLink Bare(int length) => length == 1 ? new BareLink() : new BareLink { Next = Bare(length - 1) };

    private static Nest Lists(int depth) => depth == 1 ? [] : [Lists(depth - 1)];
}

/// <summary>Everything in it may be absent.</summary>
public sealed record Sparse
{
    public Sparse? Next { get; init; }

    public string? Text { get; init; }

    public int? Number { get; init; }

    public object? Anything { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Count { get; init; }

    public SparseStruct? Struct { get; init; }

    public NothingAtAll? Nothing { get; init; }

    public List<string?>? Texts { get; init; }

    public int[]? Numbers { get; init; }

    public Dictionary<string, bool>? Map { get; init; }

    public Dictionary<string, int>? NumberMap { get; init; }

    public IEnumerable<string?>? Sequence { get; init; }

    public Guid?[]? Ids { get; init; }

    [JsonConverter(typeof(EagerConverter))]
    public string? Converted { get; init; }

    [JsonConverter(typeof(CountingConverter))]
    public List<int>? Points { get; init; }

    public JsonElement? Element { get; init; }

    public JsonNode?[]? Nodes { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extension { get; init; }

    public SparseCase? Case { get; init; }
}

public readonly record struct SparseStruct(string? Text);

public sealed class NothingAtAll;

[JsonDerivedType(typeof(SparseCase), "case")]
public class SparseCase
{
    public SparseCase? Inner { get; init; }
}

/// <summary>Writes null, too.</summary>
public sealed class EagerConverter : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value ?? "none");
}

public sealed class CountingConverter : JsonConverter<List<int>>
{
    public override List<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, List<int> value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Count);
}

[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(List<int>))]
internal sealed partial class DepthContext : JsonSerializerContext;

/// <summary>Knows what an object may hold, and not what an object is.</summary>
[JsonSerializable(typeof(SparseStruct))]
internal sealed partial class OtherContext : JsonSerializerContext;

public sealed class Link
{
    public int Value { get; set; }

    public Link? Next { get; set; }
}

public sealed class BareLink
{
    public BareLink? Next { get; set; }
}

public sealed class Nest : List<Nest>;

[JsonDerivedType(typeof(Branch), "branch")]
public abstract class Stem;

public sealed class Branch : Stem
{
    public Dictionary<string, Stem> Named { get; } = [];
}

public static class DeepStreams
{
    [EventStream("/sparses")]
    public static IAsyncEnumerable<Sparse> Sparses() => throw new NotSupportedException();

    [EventStream("/stems")]
    public static IAsyncEnumerable<Stem> Stems() => throw new NotSupportedException();

    [EventStream("/links")]
    public static IAsyncEnumerable<Link> Links() => throw new NotSupportedException();

    [EventStream("/bares")]
    public static IAsyncEnumerable<BareLink> Bares() => throw new NotSupportedException();

    [EventStream("/nests")]
    public static IAsyncEnumerable<Nest> Nests() => throw new NotSupportedException();
}
