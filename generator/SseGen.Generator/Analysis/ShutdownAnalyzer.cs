using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        var symbols = new FlowSymbols(known, token);
        var sources = new SourceMethods(context.Compilation);
        var observers = new CancellationObservers(sources, symbols);

        // A helper that several handlers share is looked into for each of them, and reported once.
        var reported = new ConcurrentDictionary<(string Id, Location Location), bool>();
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols, sources, observers, reported), SyntaxKind.MethodDeclaration);
    }

    private static void Analyze(
        SyntaxNodeAnalysisContext context,
        FlowSymbols symbols,
        SourceMethods sources,
        CancellationObservers observers,
        ConcurrentDictionary<(string Id, Location Location), bool> reported)
    {
        var declaration = (MethodDeclarationSyntax)context.Node;
        if (!MayHaveAttributes(declaration)
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || Attribute(method, symbols.Known) is not { } attribute
            || sources.Of(method) is not { } body)
        {
            return;
        }

        var handler = new HandlerAnalysis(method, attribute, HandlerBodies.Of(body, sources, symbols, observers), symbols, sources, Report);
        EnumeratorCancellationRule.Check(handler);
        var missingToken = MissingTokenRule.Check(handler);
        var untokened = TokenNotPassedRule.Check(handler);
        LoopRules.Check(handler, untokened, namedElsewhere: missingToken);
        BlockedThreadRule.Check(handler);
        EndlessDrainRule.Check(handler);
        OutlivingWorkRule.Check(handler);

        void Report(Diagnostic diagnostic)
        {
            if (reported.TryAdd((diagnostic.Id, diagnostic.Location), true))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>Cheap and first: nearly all methods of a project have no attribute. That of a partial method may stand on its other part.</summary>
    private static bool MayHaveAttributes(MethodDeclarationSyntax declaration) =>
        (declaration.AttributeLists.Count > 0 || declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        && (declaration.Body is not null || declaration.ExpressionBody is not null);

    private static AttributeData? Attribute(IMethodSymbol method, KnownSymbols known) =>
        known.Attribute(method, KnownNames.EventStreamAttribute)
        ?? (method.PartialDefinitionPart is { } definition ? known.Attribute(definition, KnownNames.EventStreamAttribute) : null)
        ?? (method.PartialImplementationPart is { } implementation ? known.Attribute(implementation, KnownNames.EventStreamAttribute) : null);
}
