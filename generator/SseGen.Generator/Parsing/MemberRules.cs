using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>Attributes of a member that System.Text.Json throws for at run time; here the compiler refuses them.</summary>
internal static class MemberRules
{
    private const int Strict = 0;

    /// <summary>Why System.Text.Json refuses the member; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(INamedTypeSymbol type, JsonMember member, PayloadContext context)
    {
        if (member.Ignore == JsonAttributes.IgnoreCondition.WhenWritingNull && member.Type.IsValueType && ValueParser.NullableOf(member.Type) is null)
        {
            return "a value that is never null cannot be ignored 'WhenWritingNull'; 'WhenWritingDefault' is meant";
        }

        if (TypeRules.NoSuchValue(member.Symbol, context.Symbols) is { } noSuchValue)
        {
            return noSuchValue;
        }

        if (context.Symbols.Attribute(member.Symbol, JsonNames.NumberHandling)?.ConstructorArguments[0].Value is int and not Strict
            && !IsOfNumbers(member.Type, context.Symbols))
        {
            return "[JsonNumberHandling] is for numbers and collections of numbers";
        }

        if (context.Symbols.Attribute(member.Symbol, JsonNames.PropertyName)?.ConstructorArguments is [{ IsNull: true, Kind: not TypedConstantKind.Error }])
        {
            return "its name in [JsonPropertyName] is null";
        }

        if (JsonConstructorParser.IsRequired(type, member.Symbol, context.Symbols) && context.Symbols.Attribute(member.Symbol, JsonNames.ExtensionData) is not null)
        {
            return "[JsonExtensionData] cannot be required";
        }

        return PopulateRules.Refusal(type, member, context.Symbols);
    }

    /// <summary>Why System.Text.Json refuses a member that it only reads: it looks at the type and the converter all the same.</summary>
    public static string? RefusalOfUnwritten(JsonMember member, PayloadContext context) =>
        (IsReturnedByReference(member.Symbol) || member.Type is { IsRefLikeType: true } or { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer })
            ? "its type has no JSON, and a member that is never written must have some, too"
        : JsonAttributes.Converter(member.Symbol, context.Symbols) is { } converter ? ConverterParser.Refusal(member.Type, converter, context.Symbols)
        : null;

    public static bool IsReturnedByReference(ISymbol member) => member is IPropertySymbol { RefKind: not RefKind.None };

    /// <summary>Whether the member can be set: publicly, or because <c>[JsonInclude]</c> says so.</summary>
    public static bool HasSetter(ISymbol member, KnownSymbols symbols) => member is IPropertySymbol { SetMethod: var setter }
        ? setter is { DeclaredAccessibility: Accessibility.Public } || (setter is not null && JsonAttributes.IsIncluded(member, symbols))
        : member is IFieldSymbol { IsReadOnly: false };

    /// <summary>
    /// A member that must be there and can never be read, whether it is written or not; <see langword="null"/> when there is none.
    /// </summary>
    public static ISymbol? UnreadableRequirement(INamedTypeSymbol type, IEnumerable<JsonMember> members, KnownSymbols symbols) => members
        .FirstOrDefault(member => JsonConstructorParser.IsRequired(type, member.Symbol, symbols) && !CanBeRead(type, member, symbols))
        ?.Symbol;

    private static bool CanBeRead(INamedTypeSymbol type, JsonMember member, KnownSymbols symbols) =>
        member.Ignore is not (JsonAttributes.IgnoreCondition.Always or JsonAttributes.IgnoreCondition.WhenReading)
        && (member.Symbol is not IPropertySymbol
            || HasSetter(member.Symbol, symbols)
            || JsonConstructorParser.Parse(type, symbols).Any(parameter => string.Equals(parameter.Name, member.Symbol.Name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsOfNumbers(ITypeSymbol type, KnownSymbols symbols) =>
        ScalarTypes.IsNumberOrObject(ValueParser.NullableOf(type) ?? type, symbols) || type switch
        {
            IArrayTypeSymbol array => ScalarTypes.IsNumberOrObject(ValueParser.NullableOf(array.ElementType) ?? array.ElementType, symbols),
            INamedTypeSymbol named => ScalarTypes.KindOf(type, symbols) is null && CollectionParser.HandlesNumbers(named, symbols),
            _ => false,
        };
}
