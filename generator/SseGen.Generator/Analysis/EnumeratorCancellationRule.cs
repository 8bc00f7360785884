using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE102: the token of a handler that is an async iterator lacks <c>[EnumeratorCancellation]</c>.
/// <para>Fires on the first token parameter when none of them has the attribute. Generated code passes the token as an argument, so that
/// nothing is broken: this is a suggestion, and CS8425, which says otherwise, is suppressed on handlers
/// (<see cref="EnumeratorCancellationSuppressor"/>).</para>
/// <para>Silent on helpers, where the compiler speaks, and on handlers that are no iterators, where the attribute has no effect.</para>
/// </summary>
internal static class EnumeratorCancellationRule
{
    public static void Check(HandlerAnalysis handler)
    {
        if (Unmarked(handler.Handler, handler.Symbols) is { } parameter)
        {
            handler.Report(Rules.EnumeratorCancellation, parameter.Locations[0], parameter.Name);
        }
    }

    /// <summary>The parameter that wants the attribute.</summary>
    public static IParameterSymbol? Unmarked(IMethodSymbol method, FlowSymbols symbols)
    {
        if (!method.IsAsync || !FlowSymbols.Is(method.ReturnType, symbols.AsyncEnumerable))
        {
            return null;
        }

        var tokens = method.Parameters.Where(parameter => symbols.IsToken(parameter.Type)).ToList();
        var other = method.PartialDefinitionPart ?? method.PartialImplementationPart;
        var isMarked = tokens.Exists(parameter => IsMarked(parameter, symbols) || (other is not null && IsMarked(other.Parameters[parameter.Ordinal], symbols)));
        return isMarked ? null : tokens.FirstOrDefault();
    }

    private static bool IsMarked(IParameterSymbol parameter, FlowSymbols symbols) =>
        parameter.GetAttributes().Any(attribute => FlowSymbols.Is(attribute.AttributeClass, symbols.EnumeratorCancellation));
}
