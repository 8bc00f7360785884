using System.Text.Json;

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

        var thrown = Assert.Throws<JsonException>(() => Formatters.Write("Links", link));
        Assert.Contains("cycle", thrown.Message, StringComparison.Ordinal);
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

public static class DeepStreams
{
    [EventStream("/links")]
    public static IAsyncEnumerable<Link> Links() => throw new NotSupportedException();

    [EventStream("/bares")]
    public static IAsyncEnumerable<BareLink> Bares() => throw new NotSupportedException();

    [EventStream("/nests")]
    public static IAsyncEnumerable<Nest> Nests() => throw new NotSupportedException();
}
