using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Bodies of this compilation's methods, each bound once, whatever the number of handlers that call it.</summary>
internal sealed class SourceMethods(Compilation compilation)
{
    private readonly ConcurrentDictionary<IMethodSymbol, MethodBody?> _bodies = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The body that a call of <paramref name="method"/> runs; <see langword="null"/> where that is not known: no source, or a
    /// virtual method that another type may have overridden.
    /// </summary>
    public MethodBody? Of(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        return CanBeOverridden(definition) || definition.DeclaringSyntaxReferences.IsEmpty ? null : _bodies.GetOrAdd(definition, Bind);
    }

    private static bool CanBeOverridden(IMethodSymbol method) =>
        method.IsAbstract
        || ((method.IsVirtual || method.IsOverride) && !method.IsSealed && method.ContainingType is not { IsSealed: true });

    [SuppressMessage(
        "MicrosoftCodeAnalysisCorrectness",
        "RS1030:Do not invoke Compilation.GetSemanticModel() method within a diagnostic analyzer",
        Justification = "A helper may stand in another file than its handler. Inside the analyzer driver the model is the driver's own, cached one; each method is asked for once.")]
    private MethodBody? Bind(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (syntax is not (BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax)
            || !compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        var operation = compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
        return operation is IMethodBodyOperation or IBlockOperation { Parent: null } ? new MethodBody(method, operation) : null;
    }
}
