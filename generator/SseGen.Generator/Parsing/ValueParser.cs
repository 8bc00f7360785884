using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Decides how a value of a type is written.</summary>
internal static class ValueParser
{
    /// <summary>
    /// The spec of a value of <paramref name="type"/>, or <see langword="null"/> when it cannot be written, which has been reported then.
    /// </summary>
    /// <param name="type">What is written.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="context">What is known of the payload.</param>
    /// <param name="format">How its numbers are written; <see langword="null"/> where no member says.</param>
    public static ValueSpec? Parse(ITypeSymbol type, PayloadSite site, PayloadContext context, NumberFormat? format = null)
    {
        // A type that does not exist is the compiler's to report, and a type parameter a handler's rule.
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            return null;
        }

        if (Reachability.HiddenType(type, context.Assembly) is { } hidden)
        {
            context.Report(Rules.InaccessiblePayload, site, site.Name, hidden.Name, Reachability.Obstacle(hidden, context.Assembly)!);
            return null;
        }

        if (NullableOf(type) is { } underlying)
        {
            return Parse(underlying, site, context, format) is { } value
                ? new NullableSpec { Type = TypeRef.Unannotated(type), Value = value }
                : null;
        }

        if (JsonAttributes.Converter(type, context.Symbols) is { } converter)
        {
            return ConverterParser.Parse(type, converter, site, context);
        }

        return ParseByShape(type, site, context, format);
    }

    /// <summary>The <c>T</c> of <c>T?</c>, when T is a value type.</summary>
    public static ITypeSymbol? NullableOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : null;

    private static ValueSpec? ParseByShape(ITypeSymbol type, PayloadSite site, PayloadContext context, NumberFormat? format)
    {
        if (ScalarTypes.KindOf(type, context.Symbols) is { } kind)
        {
            context.NeedsOptions |= kind >= ScalarKind.JsonElement;
            return new ScalarSpec
            {
                Type = TypeRef.Unannotated(type),
                Kind = kind,
                Format = kind.IsNumber() ? format ?? NumberFormat.Number : NumberFormat.Number,
            };
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            return EnumParser.ParseNumber(enumeration, context);
        }

        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            return context.Metadata(context.Symbols.Compilation.ObjectType, site, "what an object holds is known at run time only", format) is { } metadata
                ? metadata with { IsDynamic = type.TypeKind == TypeKind.Dynamic }
                : null;
        }

        if (UnsupportedTypes.Reason(type, context.Symbols) is { } reason)
        {
            context.Report(Rules.UnsupportedPayload, site, site.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), reason);
            return null;
        }

        if (type is INamedTypeSymbol named)
        {
            if (CollectionParser.IsPolymorphic(named, context.Symbols))
            {
                return context.Metadata(type, site, "it is a collection with derived types");
            }

            if (CollectionParser.IsOwnCollection(named, context.Symbols))
            {
                return context.Reference(named);
            }
        }

        if (CollectionParser.TryParse(type, site, context, format, out var collection))
        {
            return collection;
        }

        var payload = (INamedTypeSymbol)type;
        return MemberOrder.Unknown(payload, context.Symbols) is { } unordered
            ? context.Metadata(type, site, MemberOrder.Reason(unordered))
            : context.Reference(payload);
    }
}
