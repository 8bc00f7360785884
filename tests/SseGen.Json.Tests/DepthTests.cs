using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.Json.Tests;

public sealed class DepthTests
{
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

    /// <summary>The same type and text; the path through the payload is System.Text.Json's alone.</summary>
    private static void AssertRefusedAlike<T>(string handler, T item)
    {
        var expected = Assert.Throws<JsonException>(() => JsonSerializer.Serialize(item, JsonCase.Options)).Message;
        var thrown = Assert.Throws<JsonException>(() => Formatters.Write(handler, item)).Message;
        Assert.StartsWith(thrown, expected, StringComparison.Ordinal);
        Assert.StartsWith(" Path: $", expected[thrown.Length..], StringComparison.Ordinal);
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
    [EventStream("/stems")]
    public static IAsyncEnumerable<Stem> Stems() => throw new NotSupportedException();

    [EventStream("/links")]
    public static IAsyncEnumerable<Link> Links() => throw new NotSupportedException();

    [EventStream("/bares")]
    public static IAsyncEnumerable<BareLink> Bares() => throw new NotSupportedException();

    [EventStream("/nests")]
    public static IAsyncEnumerable<Nest> Nests() => throw new NotSupportedException();
}
