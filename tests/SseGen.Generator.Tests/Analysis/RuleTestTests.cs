namespace SseGen.Generator.Tests.Analysis;

/// <summary>What the tests of the rules would not let pass, the compiler's warnings included.</summary>
public sealed class RuleTestTests
{
    [Fact]
    public Task A_marked_diagnostic_is_expected() =>
        MarkupTest.VerifyAsync("public static class A { public static int B() { int {|CS0168:c|}; return 1; } }");

    [Theory]
    [InlineData("public static class A { public static int B() { int c; return 1; } }", "expected \"0\" actual \"1\"")]
    [InlineData("public static class {|CS0168:A|};", "expected \"1\" actual \"0\"")]
    public async Task A_diagnostic_without_a_mark_fails_and_a_mark_without_its_diagnostic(string markup, string said)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => MarkupTest.VerifyAsync(markup));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "expected \"0\" actual \"1\"")]
    [InlineData(" // SSE101, SSE103", "expected \"2\" actual \"1\"")]
    public async Task A_line_that_is_marked_wrongly_fails(string mark, string said)
    {
        var source = MarkedSource.Of($$"""
            public static class Streams
            {
                [EventStream("/")]
                public static async IAsyncEnumerable<int> M(){{mark}}
                {
                    await Task.Delay(1);
                    yield return 1;
                }
            }
            """);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(source.VerifyAsync);

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
    }
}
