using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Analysis.Flow;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis;

/// <summary>
/// Finds what keeps a stream open when nobody reads it any more, or its host from stopping: rules SSE101 to SSE108. One analyzer for all of
/// them, because they ask the same questions about the same bodies; each rule has a file of its own.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShutdownAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.MissingToken,
        Rules.EnumeratorCancellation,
        Rules.EndlessLoop,
        Rules.TokenNotPassed,
        Rules.SwallowedCancellation,
        Rules.BlockedThread,
        Rules.EndlessDrain,
        Rules.OutlivingWork,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var known = KnownSymbols.Of(context.Compilation);
        if (known.Type(KnownNames.EventStreamAttribute) is null || known.Type(KnownNames.CancellationToken) is not { } token)
        {
            return;
        }

        var findings = new ShutdownFindings(context.Compilation, new FlowSymbols(known, token));

        // By then the driver has bound the body, once for all analyzers: a rule of our own that asked earlier would bear the cost of it alone.
        context.RegisterOperationBlockAction(findings.Report);
    }
}
