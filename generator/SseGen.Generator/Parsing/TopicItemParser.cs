using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Finds what a project publishes to topics: the type argument of <c>EventTopic&lt;T&gt;</c>, <c>EventTopics&lt;TKey, T&gt;</c>,
/// <c>AddTopic&lt;T&gt;</c> and <c>AddTopics&lt;TKey, T&gt;</c>, wherever one stands.
/// </summary>
internal static class TopicItemParser
{
    /// <summary>Whether a node may name an item.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is GenericNameSyntax
    {
        Identifier.ValueText: "EventTopic" or "EventTopics" or "AddTopic" or "AddTopics",
        IsUnboundGenericName: false,
    };

    /// <summary>Whether a node registers a topic: without a serializer for its items the start of the host fails.</summary>
    public static bool IsRegistration(GenericNameSyntax node) => node.Identifier.ValueText is "AddTopic" or "AddTopics" && !node.IsUnboundGenericName;

    /// <summary>
    /// The item that a node names, or what is wrong with it: at the member that is to blame, or at the node where it is the item itself. Neither
    /// where there is no item.
    /// </summary>
    public static ParseResult<TopicItemSpec> Parse(GenericNameSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbols = KnownSymbols.Of(model.Compilation);
        var symbol = model.GetSymbolInfo(node, cancellationToken).Symbol;
        if (ItemOf(symbol, symbols) is not { } item || !IsClosed(item) || item.SpecialType == SpecialType.System_String)
        {
            // A type parameter's argument stands somewhere else; text needs no generated code.
            return new ParseResult<TopicItemSpec>(null, []);
        }

        var assembly = model.Compilation.Assembly;
        var location = node.TypeArgumentList.Arguments.Last().GetLocation();
        if (Reachability.HiddenType(item, assembly) is { } hidden)
        {
            var reason = $"'{hidden.Name}' is {Reachability.Obstacle(hidden, assembly)}, and generated code cannot reach it";
            return new ParseResult<TopicItemSpec>(null, [Unwritable(item, location, reason)]);
        }

        var graph = PayloadParser.Parse(item, symbols, assembly, location, cancellationToken);
        var violations = graph.Violations
            .Select(violation => violation.IsError && violation.Location == location
                ? Unwritable(item, location, violation.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture))
                : violation)
            .ToImmutableArray();
        return new ParseResult<TopicItemSpec>(
            graph.Spec is null ? null : new TopicItemSpec
            {
                Graph = graph.Spec,
                CoalesceKey = CoalesceKeyOf(item, symbols, assembly),
            },
            violations);
    }

    private static Violation Unwritable(ITypeSymbol item, Location location, string reason) =>
        new(Rules.UnwritableTopicItem, location, item.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), reason);

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

        return EventFieldsParser.Marked(type, KnownNames.CoalesceKeyAttribute, symbols)
            .GroupBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static group => group.First())
            .Select(member => MemberAccessParser.Parse(
                type, member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type, assembly))
            .ToEquatableArray();
    }
}
