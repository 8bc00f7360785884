using Microsoft.CodeAnalysis.Text;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.TestKit;

public sealed class MarkupTests
{
    [Fact]
    public void Marks_are_taken_out_and_become_spans()
    {
        var markup = Markup.Parse("a {|SSE001:b {|SSE002:c|}|} {|CS0001:|}d");

        Assert.Equal("a b c d", markup.Text);
        Assert.Equal([("SSE001", new TextSpan(2, 3)), ("SSE002", new TextSpan(4, 1)), ("CS0001", new TextSpan(6, 0))], markup.Spans);
    }

    [Theory]
    [InlineData("x is { } | y")]
    [InlineData("a {|b|} c")]
    [InlineData("switch { A|B => 1, _ => 2 }")]
    public void What_is_not_a_mark_stays(string source) => Assert.Equal(source, Markup.Parse(source).Text);

    [Fact]
    public void An_open_mark_is_an_error() => Assert.Throws<FormatException>(() => Markup.Parse("{|SSE001:a"));
}
