using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>Attributes of a type that System.Text.Json throws for at run time; here the compiler refuses them.</summary>
internal static class TypeRules
{
    private const int Disallow = 1;

    /// <summary>Attributes whose enum System.Text.Json looks at, and its highest value.</summary>
    private static readonly (string Attribute, int Highest)[] s_handlings =
        [(JsonNames.NumberHandling, 7), (JsonNames.ObjectCreationHandling, 1), (JsonNames.UnmappedMemberHandling, 1)];

    /// <summary>Why System.Text.Json refuses the type; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(INamedTypeSymbol type, IEnumerable<JsonMember> members, KnownSymbols symbols)
    {
        if (type.InstanceConstructors.Count(constructor => symbols.Attribute(constructor, JsonNames.Constructor) is not null) > 1)
        {
            return "a type has but one [JsonConstructor]";
        }

        if (NoSuchValue(type, symbols) is { } refusal)
        {
            return refusal;
        }

        return symbols.Attribute(type, JsonNames.UnmappedMemberHandling)?.ConstructorArguments is [{ Value: Disallow }]
            && members.Any(member => symbols.Attribute(member.Symbol, JsonNames.ExtensionData) is not null)
                ? "a type that disallows unmapped members has no [JsonExtensionData]"
                : null;
    }

    /// <summary>What is wrong with an attribute of a type or member that has a number where a value of its enum belongs.</summary>
    public static string? NoSuchValue(ISymbol symbol, KnownSymbols symbols)
    {
        foreach (var (name, highest) in s_handlings)
        {
            if (symbols.Attribute(symbol, name)?.ConstructorArguments is [{ Value: int value, Type: { } type }] && (value < 0 || value > highest))
            {
                return $"{value} is no value of '{type.Name}'";
            }
        }

        return null;
    }
}
