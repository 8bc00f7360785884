using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis;

/// <summary>
/// Takes CS8425 away from handlers: it warns that the token of <c>GetAsyncEnumerator</c> is lost, but generated code passes the token as an
/// argument as well. SSE102 says what remains to be said. On other methods the compiler's warning stands.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnumeratorCancellationSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_handlerGetsTheToken = new(
        "SSES001",
        "CS8425",
        "Generated code passes the stream's token to the handler; SSE102 suggests the attribute.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_handlerGetsTheToken];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var known = KnownSymbols.Of(context.Compilation);
        if (known.Type(KnownNames.EventStreamAttribute) is null)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var node = diagnostic.Location.SourceTree?.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            var declaration = node?.AncestorsAndSelf().FirstOrDefault(static ancestor => ancestor is MethodDeclarationSyntax or LocalFunctionStatementSyntax);
            if (declaration is MethodDeclarationSyntax
                && context.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol method
                && (IsHandler(method, known) || (method.PartialDefinitionPart is { } definition && IsHandler(definition, known))))
            {
                context.ReportSuppression(Suppression.Create(s_handlerGetsTheToken, diagnostic));
            }
        }
    }

    private static bool IsHandler(IMethodSymbol method, KnownSymbols known) =>
        known.Attribute(method, KnownNames.EventStreamAttribute) is not null;
}
