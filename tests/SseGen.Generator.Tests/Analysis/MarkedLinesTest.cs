using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Analysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>
/// Handlers without what is generated of them, in which a mark names a line: what is reported counts for the whole line on which it begins.
/// </summary>
internal sealed class MarkedLinesTest : RuleTest
{
    private static readonly Dictionary<string, DiagnosticSeverity> s_severities =
        new ShutdownAnalyzer().SupportedDiagnostics.ToDictionary(rule => rule.Id, rule => rule.DefaultSeverity);

    public MarkedLinesTest(SourceProject project)
        : base(project)
    {
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        // What looks like markup is C#: the marks of these sources are comments.
        TestState.MarkupHandling = MarkupMode.None;
    }

    /// <summary>Expects a rule on a line, which is counted from 1.</summary>
    public void Expect(string id, string file, int line) => Expect(new DiagnosticResult(id, s_severities[id]), file, line);

    /// <summary>Expects what an analyzer or the compiler reports on a line, which is counted from 1.</summary>
    public void Expect(DiagnosticResult result, string file, int line)
    {
        var text = SourceText.From(Project.Files.Single(one => one.Name == file).Text);
        ExpectedDiagnostics.Add(result.WithSpan(file, line, 1, line, text.Lines[line - 1].Span.Length + 1));
    }

    protected override ImmutableArray<(Project project, Diagnostic diagnostic)> SortDistinctDiagnostics(ImmutableArray<(Project project, Diagnostic diagnostic)> diagnostics) =>
        [.. base.SortDistinctDiagnostics(diagnostics).Select(found => (found.project, OnItsLine(found.diagnostic)))];

    private static Diagnostic OnItsLine(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return diagnostic;
        }

        var line = tree.GetText().Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start);
        return Diagnostic.Create(
            diagnostic.Id,
            diagnostic.Descriptor.Category,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            diagnostic.Severity,
            diagnostic.DefaultSeverity,
            isEnabledByDefault: true,
            diagnostic.WarningLevel,
            diagnostic.IsSuppressed,
            location: Location.Create(tree, line.Span));
    }
}
