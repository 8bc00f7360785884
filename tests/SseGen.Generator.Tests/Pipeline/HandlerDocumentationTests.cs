using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>A summary without markup is read without an XML reader, and must read as one with markup does.</summary>
public sealed class HandlerDocumentationTests
{
    [Theory]
    [InlineData("/// <summary>The time.</summary>", "\"The time.\", null")]
    [InlineData("/// <summary>\n    /// The time,\n    ///   once a   second.\n    /// </summary>", "\"The time, once a second.\", null")]
    [InlineData("/// <summary>It's \"now\"; a\tb.</summary>", "\"It's \\\"now\\\"; a b.\", null")]
    [InlineData("/// <summary>1 &lt; 2</summary>", "\"1 < 2\", null")]
    [InlineData("/// <summary>Größe</summary>", "\"Größe\", null")]
    [InlineData("/// <summary>Of <c>now</c>.</summary>", "\"Of now.\", null")]
    [InlineData("/// <summary>One.</summary>\n    /// <remarks>Two.</remarks>", "\"One.\", \"Two.\"")]
    [InlineData("/// <summary>One.</summary><summary>Two.</summary>", "\"One.\", null")]
    public void A_summary_is_read(string comment, string expected) =>
        Assert.Contains($"EventStreamMetadata.Document(options, {expected});", Generate(comment), StringComparison.Ordinal);

    [Theory]
    [InlineData("/// <summary> </summary>")]
    [InlineData("// The time.")]
    public void An_empty_one_is_none(string comment) => Assert.DoesNotContain("EventStreamMetadata.Document", Generate(comment), StringComparison.Ordinal);

    private static string Generate(string comment) => GeneratorRun.Of($$"""
        namespace Demo;

        public static class Clock
        {
            {{comment}}
            [EventStream("/clock")]
            public static IAsyncEnumerable<string> Ticks(CancellationToken cancellationToken) => throw new NotSupportedException();
        }
        """).Text;
}
