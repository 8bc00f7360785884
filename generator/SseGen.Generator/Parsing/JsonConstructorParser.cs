using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// What System.Text.Json must be given to read a value: nothing here reads JSON, but a schema names what a reader requires.
/// </summary>
internal static class JsonConstructorParser
{
    /// <summary>The parameters of the constructor that it would call; empty when that has none, or there is no such constructor.</summary>
    public static EquatableArray<ConstructorParameterSpec> Parse(INamedTypeSymbol type, KnownSymbols symbols)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || Choose(type, symbols) is not { } constructor)
        {
            return [];
        }

        return constructor.Parameters
            .Select(static parameter => new ConstructorParameterSpec
            {
                Name = parameter.Name,
                Type = TypeRef.Unannotated(parameter.Type),
                DefaultValue = parameter.HasExplicitDefaultValue ? DefaultValues.Expression(parameter) : null,
                IsNullable = BoundValue.MayBeNull(parameter.Type),
            })
            .ToEquatableArray();
    }

    /// <summary>Whether JSON must have the member: the keyword says so, unless the constructor sets all such members, or the attribute.</summary>
    public static bool IsRequired(INamedTypeSymbol type, ISymbol member, KnownSymbols symbols) =>
        symbols.Attribute(member, JsonNames.Required) is not null
        || (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
            && !(Choose(type, symbols) is { } constructor && symbols.Attribute(constructor, KnownNames.SetsRequiredMembersAttribute) is not null));

    /// <summary>The one with <c>[JsonConstructor]</c>, else the parameterless one, which a struct always has, else the only public one.</summary>
    private static IMethodSymbol? Choose(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var marked = type.InstanceConstructors.FirstOrDefault(constructor => symbols.Attribute(constructor, JsonNames.Constructor) is not null);
        if (marked is not null || type.IsValueType)
        {
            return marked;
        }

        var isPublic = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        return isPublic.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty) ?? (isPublic.Count == 1 ? isPublic[0] : null);
    }
}
