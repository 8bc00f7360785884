using System.Reflection;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>A rule is five things: a line in <see cref="Rules"/>, an analyzer, a page, a release line, a test. This test misses none.</summary>
public sealed class RuleCatalogTests
{
    private static readonly DiagnosticDescriptor[] s_rules =
        [.. typeof(Rules)
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    public static TheoryData<string> Ids => [.. s_rules.Select(rule => rule.Id)];

    [Fact]
    public void An_id_is_used_once() => Assert.Equal(s_rules.Select(rule => rule.Id).Distinct(), s_rules.Select(rule => rule.Id));

    [Fact]
    public void What_analyzers_report_is_exactly_what_the_table_lists() => Assert.Equal(
        s_rules.Select(rule => rule.Id).Order(StringComparer.Ordinal),
        CompilerExtensions.Analyzers()
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_is_in_the_range_of_its_severity(string id)
    {
        var rule = Rule(id);

        Assert.Matches("^SSE[0-3][0-9]{2}$", id);
        Assert.True(id[3] != '0' || rule.DefaultSeverity == DiagnosticSeverity.Error, $"{id}: an endpoint of a wrong shape cannot exist.");
        Assert.True(id[3] != '1' || rule.DefaultSeverity < DiagnosticSeverity.Error, $"{id}: shutdown rules advise.");
        Assert.True(id[3] != '3' || rule.DefaultSeverity < DiagnosticSeverity.Error, $"{id}: what binds, binds.");
        Assert.True(rule.IsEnabledByDefault);
        Assert.DoesNotMatch("\\.$", rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_that_its_help_link_leads_to(string id)
    {
        var rule = Rule(id);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);

        var page = Repository.Read("docs", "diagnostics", id + ".md");

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("```csharp", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_release_line(string id)
    {
        var rule = Rule(id);
        var releases = Repository.Read("generator", "SseGen.Generator", "AnalyzerReleases.Shipped.md")
            + Repository.Read("generator", "SseGen.Generator", "AnalyzerReleases.Unshipped.md");

        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | ", releases, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_test_that_expects_it(string id)
    {
        string[] marks = ["{|" + id + ":", "// " + id + "\n"];
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests", "SseGen.Generator.Tests", "Analysis"), "*.cs", SearchOption.AllDirectories);

        Assert.Contains(tests, file => Array.Exists(marks, mark => File.ReadAllText(file).Contains(mark, StringComparison.Ordinal)));
    }

    private static DiagnosticDescriptor Rule(string id) => s_rules.Single(rule => rule.Id == id);
}
