using System.Globalization;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
internal static class PolymorphismParser
{
    private const string DefaultDiscriminator = "$type";

    public static PolymorphismSpec? Parse(INamedTypeSymbol type, PayloadContext context)
    {
        var derived = DerivedTypes(type, context.Symbols);
        if (derived.Count == 0)
        {
            return null;
        }

        var attribute = context.Symbols.Attribute(type, JsonNames.Polymorphic);
        var specs = new List<DerivedTypeSpec>();
        foreach (var (derivedType, discriminator) in MostDerivedFirst(derived))
        {
            if (ObjectParser.ParseMembers(derivedType, context) is { } members)
            {
                specs.Add(new DerivedTypeSpec
                {
                    Type = TypeRef.Unannotated(derivedType),
                    Discriminator = discriminator is int number ? number.ToString(CultureInfo.InvariantCulture) : discriminator as string,
                    IsNumber = discriminator is int,
                    Members = members,
                });
            }
        }

        return new PolymorphismSpec
        {
            DiscriminatorName = DiscriminatorName(type, context.Symbols),
            DerivedTypes = specs.ToEquatableArray(),
            UnknownRule = attribute is not null && JsonAttributes.NamedArgument(attribute, "UnknownDerivedTypeHandling") is int rule
                ? (UnknownDerivedTypeRule)rule
                : UnknownDerivedTypeRule.Throw,
        };
    }

    /// <summary>The name of the property that tells the derived types apart.</summary>
    public static string DiscriminatorName(INamedTypeSymbol type, KnownSymbols symbols) =>
        symbols.Attribute(type, JsonNames.Polymorphic) is { } attribute && JsonAttributes.NamedArgument(attribute, "TypeDiscriminatorPropertyName") is string name
            ? name
            : DefaultDiscriminator;

    /// <summary>The types that the attributes list, with their discriminators: a string, an int, or none.</summary>
    public static List<(INamedTypeSymbol Type, object? Discriminator)> DerivedTypes(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var derived = new List<(INamedTypeSymbol, object?)>();
        foreach (var attribute in type.GetAttributes().Where(attribute => symbols.Is(attribute.AttributeClass, JsonNames.DerivedType)))
        {
            if (attribute.ConstructorArguments is [{ Value: INamedTypeSymbol derivedType }, ..])
            {
                derived.Add((derivedType, attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null));
            }
        }

        return derived;
    }

    /// <summary>A type before those it derives from, so that <c>is</c> finds the nearest; otherwise as they are listed.</summary>
    public static IEnumerable<(INamedTypeSymbol Type, object? Discriminator)> MostDerivedFirst(
        IEnumerable<(INamedTypeSymbol Type, object? Discriminator)> derived) => derived.OrderByDescending(entry => Depth(entry.Type));

    private static int Depth(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Length : Bases(type) + type.AllInterfaces.Length;

    private static int Bases(INamedTypeSymbol type)
    {
        var depth = 0;
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            depth++;
        }

        return depth;
    }
}
