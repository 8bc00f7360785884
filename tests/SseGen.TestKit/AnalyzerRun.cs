using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace SseGen.TestKit;

/// <summary>The compiler, all analyzers and all suppressors over a project and what is generated of it.</summary>
public static class AnalyzerRun
{
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
}
