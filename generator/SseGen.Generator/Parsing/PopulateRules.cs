using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Where a member may say <c>[JsonObjectCreationHandling(Populate)]</c>. It is about reading, but System.Text.Json throws for a wrong one
/// whenever it meets the type.
/// </summary>
internal static class PopulateRules
{
    private const int Populate = 1;

    private static readonly string[] s_populated =
    [
        JsonNames.Dictionary,
        JsonNames.Collection,
        "System.Collections.IDictionary",
        "System.Collections.IList",
    ];

    private static readonly string[] s_populatedClasses =
    [
        "System.Collections.Generic.Stack`1",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Stack",
        "System.Collections.Queue",
    ];

    /// <summary>Why System.Text.Json refuses the member; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(INamedTypeSymbol type, JsonMember member, KnownSymbols symbols)
    {
        if (symbols.Attribute(member.Symbol, JsonNames.ObjectCreationHandling)?.ConstructorArguments is not [{ Value: Populate }])
        {
            return null;
        }

        if (!CanBePopulated(ValueParser.NullableOf(member.Type) ?? member.Type, member.Symbol, symbols))
        {
            return "'Populate' is for objects and for collections that can be added to, without a converter";
        }

        return !member.HasGetter || (member.Type.IsValueType && !MemberRules.HasSetter(member.Symbol, symbols)) ? "'Populate' needs to get the value, and to set it again if it is a struct"
            : member.Type is INamedTypeSymbol named && PolymorphismParser.DerivedTypes(named, symbols).Exists(static derived => derived.Discriminator is not null)
                ? "'Populate' is not for a type with discriminators"
            : JsonConstructorParser.Parse(type, symbols).Count > 0 ? "'Populate' is not for members of a type that is made with constructor parameters"
            : null;
    }

    private static bool CanBePopulated(ITypeSymbol type, ISymbol member, KnownSymbols symbols)
    {
        if (JsonAttributes.Converter(member, symbols) is not null
            || JsonAttributes.Converter(type, symbols) is not null
            || type is not INamedTypeSymbol { TypeKind: not TypeKind.Enum } named
            || type.SpecialType == SpecialType.System_Object
            || ScalarTypes.KindOf(type, symbols) is not null
            || named.ContainingNamespace?.Name is "Immutable" or "Frozen")
        {
            return false;
        }

        return CollectionParser.TypesWithin(named, symbols) is null
            || Array.Exists(s_populated, name => symbols.Implements(named, name))
            || Array.Exists(s_populatedClasses, name => JsonAttributes.IsOrDerivesFrom(named, name, symbols));
    }
}
