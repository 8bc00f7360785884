using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// The types for which System.Text.Json's generator makes metadata because it makes some for a type that they are part of. In doubt a type
/// is left out: naming it in an attribute is easy, metadata that is missing fails at run time.
/// </summary>
internal static class ContextParts
{
    public static IEnumerable<ITypeSymbol> Of(ITypeSymbol type, KnownSymbols symbols)
    {
        if (ValueParser.NullableOf(type) is { } underlying)
        {
            return [underlying];
        }

        if (JsonAttributes.Converter(type, symbols) is not null
            || type.SpecialType != SpecialType.None
            || ScalarTypes.KindOf(type, symbols) is not null
            || UnsupportedTypes.Reason(type, symbols) is not null)
        {
            return [];
        }

        return type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named => CollectionParser.TypesWithin(named, symbols) ?? OfObject(named, symbols),
            _ => [],
        };
    }

    private static IEnumerable<ITypeSymbol> OfObject(INamedTypeSymbol type, KnownSymbols symbols) => new MemberCollector(type, symbols)
        .Collect()
        .Where(member => Reachability.Obstacle(member.Symbol, symbols.Compilation.Assembly) is null)
        .Select(static member => member.Type)
        .Where(member => Reachability.HiddenType(member, symbols.Compilation.Assembly) is null)
        .Concat(PolymorphismParser.DerivedTypes(type, symbols).Select(static derived => derived.Type));
}
