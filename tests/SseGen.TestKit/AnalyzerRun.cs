using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SseGen.TestKit;

/// <summary>
/// Markup in, diagnostics out: all analyzers and suppressors over a source in which the expected diagnostics are marked
/// (<see cref="Markup"/>). What is not marked must not be reported, by whichever rule: one defect, one diagnostic. Errors and
/// warnings of the compiler count like those of an analyzer.
/// </summary>
public static class AnalyzerRun
{
    /// <summary>Requires exactly the marked diagnostics and returns them in the order of their places, for a look at messages.</summary>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string markup) => VerifyAsync(SourceProject.Of(markup));

    /// <summary>Requires exactly the marked diagnostics, in each of the project's files.</summary>
    public static async Task<ImmutableArray<Diagnostic>> VerifyAsync(SourceProject project)
    {
        var parsed = project.Files.Select(file => (file.Name, Markup: Markup.Parse(file.Text))).ToList();
        var plain = project with { Files = [.. parsed.Select(file => (file.Name, file.Markup.Text))] };
        var expected = parsed.SelectMany(file => file.Markup.Spans.Select(mark =>
            Describe(file.Name, file.Markup.Text, mark.Id, mark.Span)));

        var found = await DiagnosticsAsync(plain).ConfigureAwait(false);
        var actual = found.Select(d => Describe(
            d.Location.SourceTree?.FilePath ?? "(no file)", d.Location.SourceTree?.ToString() ?? "", d.Id, d.Location.SourceSpan));
        var difference = Difference([.. expected], [.. actual]);
        Assert.True(difference.Length == 0, difference + "\n\nreported:\n" + string.Join("\n", found));
        return found;
    }

    /// <summary>
    /// What the compiler and all analyzers say of a project, from suggestions upwards, without what a suppressor took away; ordered by place.
    /// </summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(SourceProject project)
    {
        // Analyzers see what they see in an editor: the project together with what the generator made of it.
        CSharpGeneratorDriver
            .Create(CompilerExtensions.Generators(), parseOptions: SourceProject.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(project.Compile(), out var output, out _);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await output
            .WithAnalyzers(CompilerExtensions.Analyzers(), options)
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. diagnostics
                .Where(d => d.Severity >= DiagnosticSeverity.Info && !d.IsSuppressed)
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    private static string Describe(string file, string text, string id, TextSpan span)
    {
        var position = SourceText.From(text).Lines.GetLinePosition(span.Start);
        return $"{file}({position.Line + 1},{position.Character + 1}): {id} on '{text.Substring(span.Start, span.Length)}'";
    }

    /// <summary>Lists compared as bags: the same diagnostic twice in one place is not the same as once.</summary>
    private static string Difference(List<string> expected, List<string> actual)
    {
        var unexpected = actual.ToList();
        var missing = expected.Where(one => !unexpected.Remove(one)).ToList();
        return string.Join("\n", missing.Select(one => "missing:    " + one).Concat(unexpected.Select(one => "unexpected: " + one)));
    }
}
