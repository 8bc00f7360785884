using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>What <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c> must not say: System.Text.Json throws at run time.</summary>
internal static class PolymorphismRules
{
    /// <summary>Why System.Text.Json refuses the type; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(INamedTypeSymbol type, PayloadContext context)
    {
        var derived = PolymorphismParser.DerivedTypes(type, context.Symbols);
        if (derived.Count == 0)
        {
            return context.Symbols.Attribute(type, JsonNames.Polymorphic) is null ? null : "[JsonPolymorphic] needs a [JsonDerivedType]";
        }

        if (type.IsValueType || type.IsSealed)
        {
            return "a type from which nothing derives has no [JsonDerivedType]";
        }

        var types = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var discriminators = new HashSet<object>();
        foreach (var (derivedType, discriminator) in derived)
        {
            if (derivedType.TypeKind != TypeKind.Error && (derivedType.IsUnboundGenericType || !IsSupported(derivedType, type, context)))
            {
                return $"[JsonDerivedType] lists '{derivedType.Name}', which does not derive from it";
            }

            if (!types.Add(derivedType))
            {
                return $"[JsonDerivedType] lists '{derivedType.Name}' twice";
            }

            if (discriminator is not null && !discriminators.Add(discriminator))
            {
                return $"two of its [JsonDerivedType]s have the discriminator '{discriminator}'";
            }
        }

        return NamesakeOfDiscriminator(type, derived, context);
    }

    private static bool IsSupported(INamedTypeSymbol derived, INamedTypeSymbol type, PayloadContext context) =>
        context.Symbols.Compilation.ClassifyCommonConversion(derived, type) is { IsIdentity: true } or { IsImplicit: true, IsUserDefined: false };

    /// <summary>A discriminator and a property cannot share a name.</summary>
    private static string? NamesakeOfDiscriminator(
        INamedTypeSymbol type, List<(INamedTypeSymbol Type, object? Discriminator)> derived, PayloadContext context)
    {
        var name = PolymorphismParser.DiscriminatorName(type, context.Symbols);
        if (name is "$id" or "$ref" or "$values")
        {
            return $"its discriminator cannot be called \"{name}\"";
        }

        var namesake = derived
            .Where(static entry => entry.Discriminator is not null)
            .SelectMany(entry => context.Members(entry.Type).Collect())
            .FirstOrDefault(member => member.JsonName == name);
        return namesake is null ? null : $"'{PayloadSite.Of(namesake.Symbol).Name}' has the name of its discriminator, \"{name}\"";
    }
}
