using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Values made from the texts of a route, query, header or form: one, an array, or the texts themselves.</summary>
internal static class TextValues
{
    /// <summary>Whether the type takes several texts: an array of what can be parsed, or <c>StringValues</c>.</summary>
    public static bool IsMultiple(ITypeSymbol type, KnownSymbols symbols) =>
        IsStringValues(type, symbols) || (type is IArrayTypeSymbol { Rank: 1 } array && ValueParsers.Find(array.ElementType, symbols) is not null);

    /// <summary>The value's spec; one that cannot be made from text is refused.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="source">Where its text is.</param>
    /// <param name="key">The name there; <see langword="null"/> when only the attribute knows it.</param>
    /// <param name="context">Takes the refusal.</param>
    /// <param name="isExplicit">An attribute chose the source, which API descriptions tell apart from a choice by type.</param>
    public static ParameterSpec? Parse(
        BoundValue value, ParameterSource source, string? key, ParsingContext context, bool isExplicit = false)
    {
        var spec = value.Spec(source) with
        {
            Key = key,
            HasTryParse = !isExplicit || source == ParameterSource.Form,
            Described = DescribedTypes.Of(value.Type, context.Symbols),
        };
        if (ValueParsers.Find(value.Type, context.Symbols) is { } parser)
        {
            return spec with { Parser = parser };
        }

        if (source is ParameterSource.Route or ParameterSource.LastEventId || !IsMultiple(value.Type, context.Symbols))
        {
            return ParameterParser.Refuse(value, Unparsable(value.Type, context.Symbols), context);
        }

        if (value.Type is not IArrayTypeSymbol array)
        {
            return spec with { Shape = ValueShape.StringValues };
        }

        return spec with
        {
            Shape = ValueShape.Array,
            Parser = ValueParsers.Find(array.ElementType, context.Symbols),
            Element = new ElementSpec
            {
                Type = TypeRef.Of(array.ElementType),
                DeclaredType = TypeRef.Declared(array.ElementType),
                IsNullable = array.ElementType.IsValueType
                    ? array.ElementType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                    : array.ElementType.NullableAnnotation == NullableAnnotation.Annotated,
            },
        };
    }

    private static string Unparsable(ITypeSymbol type, KnownSymbols symbols) => ValueParsers.HasUnusable(type, symbols)
        ? "its type has a public static TryParse, but none of the form bool TryParse(string, out T) or bool TryParse(string, IFormatProvider, out T)"
        : "its type cannot be parsed from text; give it a static bool TryParse(string, out T)";

    private static bool IsStringValues(ITypeSymbol type, KnownSymbols symbols) =>
        symbols.Is(type, KnownNames.StringValues)
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && symbols.Is(nullable.TypeArguments[0], KnownNames.StringValues));
}
