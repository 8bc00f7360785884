using Microsoft.CodeAnalysis.Testing;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>For each rule a file of handlers that it must report, and one of handlers that look alike and that no rule may report.</summary>
public sealed class ShutdownRuleTests
{
    public static TheoryData<string> Files => [.. MarkedSource.In("Cases").Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Exactly_the_marked_lines_are_reported(string file) => MarkedSource.In("Cases").Single(source => source.Name == file).VerifyAsync();

    [Theory]
    [InlineData("Cases/SSE101.Reports.cs")]
    [InlineData("Cases/SSE102.Reports.cs")]
    [InlineData("Cases/Mixed.Loops.cs")]
    [InlineData("Cases/Mixed.Sources.cs")]
    [InlineData("Cases/SSE107.Reports.cs")]
    public Task Nothing_is_reported_in_generated_code_or_where_a_pragma_disables_it(string file)
    {
        var test = MarkedSource.Test([.. MarkedSource.In("Cases").Where(source => source.Name == file)]);
        test.TestBehaviors = TestBehaviors.None;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("SSE101")]
    [InlineData("SSE102")]
    [InlineData("SSE103")]
    [InlineData("SSE104")]
    [InlineData("SSE105")]
    [InlineData("SSE106")]
    [InlineData("SSE107")]
    [InlineData("SSE108")]
    public void Each_rule_has_twelve_cases_that_report_and_twenty_that_do_not(string id)
    {
        var reports = MarkedSource.In("Cases").Where(file => file.Name.Contains(id + ".Reports", StringComparison.Ordinal)).ToList();
        var silent = MarkedSource.In("Cases").Where(file => file.Name.Contains(id + ".Silent", StringComparison.Ordinal)).ToList();

        Assert.True(reports.Sum(file => file.Expected().Count(mark => mark.Id == id)) >= 12);
        Assert.True(reports.Sum(file => file.Handlers().Count()) >= 12);
        Assert.True(silent.Sum(file => file.Handlers().Count()) >= 20);
        Assert.DoesNotContain(silent, file => file.Expected().Any(mark => mark.Id == id));
    }
}
