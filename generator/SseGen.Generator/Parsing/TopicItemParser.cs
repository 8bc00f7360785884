using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Finds what a project publishes to topics: the type argument of <c>EventTopic&lt;T&gt;</c>, <c>EventTopics&lt;TKey, T&gt;</c>,
/// <c>AddTopic&lt;T&gt;</c> and <c>AddTopics&lt;TKey, T&gt;</c>, wherever one stands.
/// </summary>
internal static class TopicItemParser
{
    /// <summary>Whether a node may name an item; asked of every node of the project.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) => node is GenericNameSyntax
    {
        Identifier.ValueText: "EventTopic" or "EventTopics" or "AddTopic" or "AddTopics",
        IsUnboundGenericName: false,
    };

    public static TopicItemSpec? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var symbols = KnownSymbols.Of(context.SemanticModel.Compilation);
        var symbol = context.SemanticModel.GetSymbolInfo(context.Node, cancellationToken).Symbol;
        if (ItemOf(symbol, symbols) is not { } item || !IsClosed(item) || item.SpecialType == SpecialType.System_String)
        {
            // A type parameter's argument stands somewhere else; text needs no generated code.
            return null;
        }

        var assembly = context.SemanticModel.Compilation.Assembly;
        if (Reachability.HiddenType(item, assembly) is not null)
        {
            return null;
        }

        var graph = PayloadParser.Parse(item, symbols, assembly, context.Node.GetLocation(), cancellationToken).Spec;
        return graph is null ? null : new TopicItemSpec
        {
            Graph = graph,
            CoalesceKey = CoalesceKeyOf(item, symbols, assembly),
        };
    }

    private static ITypeSymbol? ItemOf(ISymbol? symbol, KnownSymbols symbols) => symbol switch
    {
        INamedTypeSymbol type when symbols.Is(type, KnownNames.EventTopic) || symbols.Is(type, KnownNames.EventTopics)
            => type.TypeArguments[type.TypeArguments.Length - 1],
        IMethodSymbol method when symbols.Is(method.ContainingType, KnownNames.EventTopicBuilderExtensions)
            => method.TypeArguments[method.TypeArguments.Length - 1],
        _ => null,
    };

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol => false,
        IArrayTypeSymbol array => IsClosed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsClosed),
        _ => false,
    };

    private static EquatableArray<MemberAccess> CoalesceKeyOf(ITypeSymbol item, KnownSymbols symbols, IAssemblySymbol assembly)
    {
        if (item is not INamedTypeSymbol type)
        {
            return [];
        }

        return EventFieldsParser.Members(type)
            .Where(member => symbols.Attribute(member, KnownNames.CoalesceKeyAttribute) is not null)
            .GroupBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static group => group.First())
            .Select(member => MemberAccessParser.Parse(
                type, member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type, assembly))
            .ToEquatableArray();
    }
}
