using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Known;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Whose methods count as a handler's own code.</summary>
internal sealed class HandlerFamily(INamedTypeSymbol type, FlowSymbols symbols)
{
    /// <summary>Whether a method that is called at <paramref name="use"/> is a helper of the handler.</summary>
    public bool Owns(IMethodSymbol method, IOperation use) =>
        (IsKin(method.ContainingType) || ((method.IsStatic || method.ReducedFrom is not null) && IsForwarded(use)))
        && symbols.Known.Attribute(method, KnownNames.EventStreamAttribute) is null;

    /// <summary>The handler's class, one that it derives from, or one nested with it.</summary>
    private bool IsKin(INamedTypeSymbol? owner)
    {
        for (var mine = type; mine is not null; mine = mine.ContainingType)
        {
            for (var current = mine; current is not null; current = current.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, owner?.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return owner?.ContainingType is { } outer && SymbolEqualityComparer.Default.Equals(outer.OriginalDefinition, type.OriginalDefinition);
    }

    /// <summary><c>=> Elsewhere.Stream(…)</c>: what is returned as it is, is the stream.</summary>
    private static bool IsForwarded(IOperation use) =>
        use.Ancestors().FirstOrDefault(static parent => parent is not (IConversionOperation or IParenthesizedOperation or IAwaitOperation)) is IReturnOperation
        && use.EnclosingFunction() is null;
}
