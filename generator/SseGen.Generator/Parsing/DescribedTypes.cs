using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>What API descriptions say about the type of a value that is made from text.</summary>
internal static class DescribedTypes
{
    /// <summary>A type that is neither a scalar, an enum, nor a nullable or array of these is known by its name only.</summary>
    public static ValueSpec Of(ITypeSymbol type, KnownSymbols symbols)
    {
        if (ValueParser.NullableOf(type) is { } underlying)
        {
            return new NullableSpec { Type = TypeRef.Unannotated(type), Value = Of(underlying, symbols) };
        }

        if (symbols.Is(type, KnownNames.StringValues))
        {
            return new ListSpec
            {
                Type = TypeRef.Unannotated(type),
                Kind = SequenceKind.OwnEnumerator,
                Element = Of(symbols.Compilation.GetSpecialType(SpecialType.System_String), symbols),
                IsDepthUnchecked = true,
            };
        }

        if (ScalarTypes.KindOf(type, symbols) is { } kind)
        {
            return new ScalarSpec { Type = TypeRef.Unannotated(type), Kind = kind, Format = NumberFormat.Number };
        }

        return type switch
        {
            IArrayTypeSymbol array => new ListSpec
            {
                Type = TypeRef.Unannotated(type),
                Kind = SequenceKind.Array,
                Element = Of(array.ElementType, symbols),
                IsDepthUnchecked = true,
            },
            INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } number } => Enumeration(type, number, symbols),
            _ => new MetadataSpec { Type = TypeRef.Unannotated(type), Format = null, IsDynamic = false },
        };
    }

    private static ValueSpec Enumeration(ITypeSymbol type, INamedTypeSymbol number, KnownSymbols symbols) =>
        JsonAttributes.Converter(type, symbols) is { } converter && ConverterParser.IsOwnEnumConverter(converter, symbols)
            ? new PayloadReferenceSpec { Type = TypeRef.Unannotated(type), ByReference = false }
            : new EnumNumberSpec { Type = TypeRef.Unannotated(type), Underlying = ScalarTypes.KindOf(number.SpecialType)!.Value };
}
