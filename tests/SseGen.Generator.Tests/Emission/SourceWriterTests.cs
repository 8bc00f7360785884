using SseGen.Generator.Emission;

namespace SseGen.Generator.Tests.Emission;

/// <summary>Text with indentation, in memory that is lent.</summary>
public sealed class SourceWriterTests
{
    [Theory]
    [InlineData("", "\n")]
    [InlineData("a", "    a\n")]
    [InlineData("a\nb", "    a\n    b\n")]
    [InlineData("a\r\nb\r\n", "    a\n    b\n\n")]
    [InlineData("\r\n\n", "\n\n\n")]
    [InlineData("a\rb\r", "    a\rb\r\n")]
    public void Each_line_is_indented_whatever_ends_it(string text, string expected)
    {
        using var writer = new SourceWriter();
        using (writer.Indent())
        {
            writer.WriteLines(text);
        }

        Assert.Equal(expected, writer.ToString());
    }

    [Theory]
    [InlineData("", "    <>\n")]
    [InlineData("a", "    <a>\n")]
    [InlineData("a\nb", "    <a\n    b>\n")]
    [InlineData("a\r\n\n", "    <a\n\n    >\n")]
    public void What_stands_in_a_hole_is_indented_like_any_other_text(string text, string expected)
    {
        using var writer = new SourceWriter();
        using (writer.Indent())
        {
            writer.WriteLines($"<{text}>");
        }

        Assert.Equal(expected, writer.ToString());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void The_compiler_gets_the_same_text_whatever_its_length(int lines)
    {
        using var writer = new SourceWriter();
        for (var i = 0; i < lines; i++)
        {
            writer.WriteLine($"line {"of"} text");
        }

        Assert.Equal(writer.ToString(), writer.ToSourceText().ToString());
    }

    [Theory]
    [InlineData(100, 1_000)]
    [InlineData(100_000, 3)]
    public void A_file_may_be_longer_than_the_memory_it_began_with(int length, int lines)
    {
        var line = new string('x', length);
        using var writer = new SourceWriter();
        for (var i = 0; i < lines; i++)
        {
            writer.WriteLine(line);
        }

        Assert.Equal(string.Concat(Enumerable.Repeat(line + "\n", lines)), writer.ToString());
    }
}
