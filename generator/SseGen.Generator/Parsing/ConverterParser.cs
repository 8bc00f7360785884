using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads <c>[JsonConverter]</c> on types and members.</summary>
internal static class ConverterParser
{
    /// <summary>How a value with this attribute is written: by name, by calling the converter, or through the type's metadata.</summary>
    public static ValueSpec? Parse(ITypeSymbol type, AttributeData attribute, PayloadSite site, PayloadContext context)
    {
        if (IsBroken(attribute))
        {
            return null;
        }

        var symbols = context.Symbols;
        if (Enumeration(type) is { } enumeration && IsOwnEnumConverter(attribute, symbols))
        {
            return Nullable(type, IsNumberConverter(attribute, symbols) ? EnumParser.ParseNumber(enumeration, context) : context.Reference(enumeration));
        }

        if (!symbols.Is(attribute.AttributeClass, JsonNames.Converter))
        {
            context.Report(
                Rules.NeedsMetadata, site, site.Name, $"[{attribute.AttributeClass!.Name}] makes its converter by itself, which metadata leaves out, so name one with [JsonConverter]", type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            return null;
        }

        if (Refusal(type, attribute, symbols) is { } refusal)
        {
            context.Report(Rules.RefusedPayload, site, site.Name, refusal);
            return null;
        }

        if (Makeable(attribute, context) is not var (converter, converted))
        {
            return context.Metadata(type, site, $"the converter of '{type.Name}' is made at run time only");
        }

        context.NeedsOptions = true;
        var underlying = ValueParser.NullableOf(type);
        var isOfUnderlying = underlying is not null && SymbolEqualityComparer.Default.Equals(underlying, converted);
        var spec = new ConvertedSpec
        {
            Type = TypeRef.Unannotated(isOfUnderlying ? underlying! : type),
            Converter = TypeRef.Unannotated(converter),
            Converted = TypeRef.Unannotated(converted),
        };
        return isOfUnderlying ? Nullable(type, spec) : spec;
    }

    /// <summary>Why System.Text.Json refuses the converter for a value of this type; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(ITypeSymbol type, AttributeData attribute, KnownSymbols symbols)
    {
        if (IsBroken(attribute) || ConverterType(attribute, symbols) is not { } converter || (Enumeration(type) is not null && IsOwnEnumConverter(attribute, symbols)))
        {
            return null;
        }

        if (converter.IsAbstract || !HasPublicConstructor(converter) || !JsonAttributes.IsOrDerivesFrom(converter, JsonNames.AnyConverter, symbols))
        {
            return $"'{converter.Name}' is no converter with a public constructor without parameters";
        }

        return ConvertedType(converter, symbols) is { } converted && !IsConvertible(type, converter, converted, symbols)
            ? $"'{converter.Name}' converts '{converted.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' and no other type"
            : null;
    }

    /// <summary>Whether generated code cannot make the converter: a factory's, or a private one.</summary>
    public static bool IsMadeAtRunTime(ITypeSymbol type, AttributeData attribute, PayloadContext context) =>
        context.Symbols.Is(attribute.AttributeClass, JsonNames.Converter)
        && !IsBroken(attribute)
        && !(Enumeration(type) is not null && IsOwnEnumConverter(attribute, context.Symbols))
        && Refusal(type, attribute, context.Symbols) is null
        && Makeable(attribute, context) is null;

    /// <summary>Whether the converter is System.Text.Json's own for enums, whose output generated code knows.</summary>
    public static bool IsOwnEnumConverter(AttributeData attribute, KnownSymbols symbols) =>
        ConverterType(attribute, symbols) is { } converter
        && (symbols.Is(converter, JsonNames.StringEnumConverter)
            || symbols.Is(converter, JsonNames.StringEnumConverterOf)
            || symbols.Is(converter, JsonNames.NumberEnumConverterOf));

    /// <summary>A converter that does not exist yet: the compiler has said so.</summary>
    private static bool IsBroken(AttributeData attribute) =>
        attribute.ConstructorArguments.Any(static argument => argument.Kind == TypedConstantKind.Error || argument.Value is IErrorTypeSymbol);

    /// <summary>The converter and what it converts, if generated code can make it.</summary>
    private static (INamedTypeSymbol Converter, ITypeSymbol Converted)? Makeable(AttributeData attribute, PayloadContext context) =>
        ConverterType(attribute, context.Symbols) is { } converter
        && ConvertedType(converter, context.Symbols) is { } converted
        && Reachability.HiddenType(converter, context.Assembly) is null
            ? (converter, converted)
            : null;

    private static bool HasPublicConstructor(INamedTypeSymbol converter) =>
        converter.InstanceConstructors.Any(static constructor => constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static bool IsNumberConverter(AttributeData attribute, KnownSymbols symbols) =>
        symbols.Is(ConverterType(attribute, symbols), JsonNames.NumberEnumConverterOf);

    /// <summary>The type that the attribute names; none for an attribute with a <c>CreateConverter</c> of its own.</summary>
    private static INamedTypeSymbol? ConverterType(AttributeData attribute, KnownSymbols symbols) =>
        symbols.Is(attribute.AttributeClass, JsonNames.Converter) && attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }]
            ? converter
            : null;

    private static ITypeSymbol? ConvertedType(INamedTypeSymbol converter, KnownSymbols symbols)
    {
        for (var current = converter; current is { IsUnboundGenericType: false }; current = current.BaseType)
        {
            if (symbols.Is(current, JsonNames.ConverterBase))
            {
                return current.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>A converter of <c>T</c> serves <c>T?</c>, and one of a base type serves as well if its <c>CanConvert</c> says so.</summary>
    private static bool IsConvertible(ITypeSymbol type, INamedTypeSymbol converter, ITypeSymbol converted, KnownSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(ValueParser.NullableOf(type) ?? type, converted)
        || SymbolEqualityComparer.Default.Equals(type, converted)
        || (HasOwnCanConvert(converter, symbols) && symbols.Compilation.ClassifyCommonConversion(type, converted) is { IsImplicit: true, IsReference: true });

    private static bool HasOwnCanConvert(INamedTypeSymbol converter, KnownSymbols symbols)
    {
        for (var current = converter; current is not null && !symbols.Is(current, JsonNames.ConverterBase); current = current.BaseType)
        {
            if (current.GetMembers("CanConvert").OfType<IMethodSymbol>().Any(static method => method.IsOverride))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? Enumeration(ITypeSymbol type) =>
        (ValueParser.NullableOf(type) ?? type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? enumeration : null;

    private static ValueSpec Nullable(ITypeSymbol type, ValueSpec value) =>
        ValueParser.NullableOf(type) is null ? value : new NullableSpec { Type = TypeRef.Unannotated(type), Value = value };
}
