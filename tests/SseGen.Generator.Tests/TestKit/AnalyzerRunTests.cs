using SseGen.TestKit;
using Xunit.Sdk;

namespace SseGen.Generator.Tests.TestKit;

public sealed class AnalyzerRunTests
{
    [Fact]
    public async Task A_marked_diagnostic_is_expected() =>
        await AnalyzerRun.VerifyAsync("public static class A { public static int B() { int {|CS0168:c|}; return 1; } }");

    [Fact]
    public async Task A_diagnostic_without_a_mark_fails()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() =>
            AnalyzerRun.VerifyAsync("public static class A { public static int B() { int c; return 1; } }"));

        Assert.Contains("unexpected: Program.cs(1,53): CS0168 on 'c'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_without_its_diagnostic_fails()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => AnalyzerRun.VerifyAsync("public static class {|CS0168:A|};"));

        Assert.Contains("missing:    Program.cs(1,21): CS0168 on 'A'", failure.Message, StringComparison.Ordinal);
    }
}
