using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;

namespace SseGen.Generator.Parsing;

/// <summary>Parameters that bind, but hardly as their author thinks.</summary>
internal static class BindingRules
{
    private const string Collections = "System.Collections.Generic";

    /// <summary>
    /// A sequence of parsable values looks like a query parameter; but <c>IEnumerable&lt;T&gt;</c> always is a service, an empty one, and
    /// <c>List&lt;T&gt;</c> is none.
    /// </summary>
    public static void Check(BoundValue value, ParsingContext context)
    {
        if (value.Type is INamedTypeSymbol { TypeArguments: [var element] } type
            && type.ContainingNamespace.ToDisplayString() == Collections
            && !context.InfersBody
            && ValueParsers.Find(element, context.Symbols) is not null)
        {
            context.Report(
                Rules.SequenceIsService,
                context.LocationOf(value.Symbol),
                value.Name,
                type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }
    }

    /// <summary>A client that asks for the first time has seen no event: a required id would refuse it.</summary>
    public static void CheckLastEventId(BoundValue value, ParsingContext context)
    {
        if (!value.IsOptional)
        {
            context.Report(Rules.RequiredLastEventId, context.LocationOf(value.Symbol), value.Name);
        }
    }
}
