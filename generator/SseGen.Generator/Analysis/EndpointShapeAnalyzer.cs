using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Known;
using SseGen.Generator.Parsing;

namespace SseGen.Generator.Analysis;

/// <summary>
/// Reports why a method with <c>[EventStream]</c> is no endpoint, and why what is published to a topic has no serializer: what
/// <see cref="EndpointParser"/> and <see cref="TopicItemParser"/> found for the generator, which is silent. Fires on the user's line, once for
/// each defect.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointShapeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Rules.OfEndpoints;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var symbols = KnownSymbols.Of(start.Compilation);
            if (symbols.Type(KnownNames.EventStreamAttribute) is null)
            {
                return;
            }

            // Endpoints and topics that share a payload share what is wrong with it.
            var reported = new ConcurrentDictionary<(string Id, Location Location, string Message), bool>();
            start.RegisterSymbolAction(symbol => AnalyzeMethod(symbol, symbols, reported), SymbolKind.Method);
            start.RegisterSyntaxNodeAction(node => AnalyzeTopic(node, reported), SyntaxKind.GenericName);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeFunction(node, symbols),
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.SimpleLambdaExpression);
            start.RegisterCompilationEndAction(end => AnalyzeEntryPoint(end, symbols));
        });
    }

    private static void AnalyzeMethod(
        SymbolAnalysisContext context, KnownSymbols symbols, ConcurrentDictionary<(string Id, Location Location, string Message), bool> reported)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsImplicitlyDeclared && method.DeclaringSyntaxReferences.Any(part => HasAttributes(part.GetSyntax(context.CancellationToken))))
        {
            Report(
                method,
                symbols,
                diagnostic => ReportOnce(diagnostic, context.ReportDiagnostic, reported),
                context.CancellationToken);
        }
    }

    private static void AnalyzeTopic(
        SyntaxNodeAnalysisContext context, ConcurrentDictionary<(string Id, Location Location, string Message), bool> reported)
    {
        var name = (GenericNameSyntax)context.Node;
        if (!TopicItemParser.IsRegistration(name))
        {
            return;
        }

        foreach (var violation in TopicItemParser.Parse(name, context.SemanticModel, context.CancellationToken).Violations)
        {
            ReportOnce(violation.ToDiagnostic(), context.ReportDiagnostic, reported);
        }
    }

    private static void ReportOnce(
        Diagnostic diagnostic, Action<Diagnostic> report, ConcurrentDictionary<(string Id, Location Location, string Message), bool> reported)
    {
        if (reported.TryAdd((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture)), true))
        {
            report(diagnostic);
        }
    }

    /// <summary>Cheap and first: nearly all methods, accessors and lambdas of a project have no attribute.</summary>
    private static bool HasAttributes(SyntaxNode declaration) => declaration switch
    {
        MemberDeclarationSyntax member => member.AttributeLists.Count > 0,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        LocalFunctionStatementSyntax localFunction => localFunction.AttributeLists.Count > 0,
        LambdaExpressionSyntax lambda => lambda.AttributeLists.Count > 0,
        _ => false,
    };

    /// <summary>A local function or lambda is no member, and has no symbol action.</summary>
    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (!HasAttributes(context.Node))
        {
            return;
        }

        var symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method)
        {
            Report(method, symbols, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void AnalyzeEntryPoint(CompilationAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.Attribute(context.Compilation.Assembly, KnownNames.EventStreamEndpointsAttribute) is { } attribute)
        {
            foreach (var violation in EntryPointParser.Parse(attribute).Violations)
            {
                context.ReportDiagnostic(violation.ToDiagnostic());
            }
        }
    }

    private static void Report(IMethodSymbol method, KnownSymbols symbols, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var violation in EndpointParser.Parse(method, symbols, cancellationToken).Violations)
        {
            report(violation.ToDiagnostic());
        }
    }
}
