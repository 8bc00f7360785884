using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>Attributes of a type that System.Text.Json throws for at run time; here the compiler refuses them.</summary>
internal static class TypeRules
{
    private const int Disallow = 1;

    /// <summary>Why System.Text.Json refuses the type; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(INamedTypeSymbol type, IEnumerable<JsonMember> members, KnownSymbols symbols)
    {
        if (type.InstanceConstructors.Count(constructor => symbols.Attribute(constructor, JsonNames.Constructor) is not null) > 1)
        {
            return "a type has but one [JsonConstructor]";
        }

        return symbols.Attribute(type, JsonNames.UnmappedMemberHandling)?.ConstructorArguments is [{ Value: Disallow }]
            && members.Any(member => symbols.Attribute(member.Symbol, JsonNames.ExtensionData) is not null)
                ? "a type that disallows unmapped members has no [JsonExtensionData]"
                : null;
    }
}
