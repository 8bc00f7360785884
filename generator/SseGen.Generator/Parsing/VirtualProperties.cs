using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Which properties are virtual for reflection. The compiler makes those virtual, too, that implement an interface without a word, and its
/// symbols do not tell: for a base class it is enough that any class of the assembly that derives from it has the interface.
/// </summary>
internal static class VirtualProperties
{
    public static bool IsVirtual(IPropertySymbol property) =>
        property.IsVirtual || property.IsAbstract || property.IsOverride || property.ExplicitInterfaceImplementations.Length > 0
        || (property.OriginalDefinition is { MetadataToken: not 0 } compiled
            ? IsVirtual(compiled.GetMethod) || IsVirtual(compiled.SetMethod)
            : ImplementsInterface(property.OriginalDefinition));

    private static bool IsVirtual(IMethodSymbol? accessor) =>
        accessor is { MetadataToken: not 0 }
        && accessor.ContainingModule.GetMetadata()?.GetMetadataReader() is { } reader
        && (reader.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.EntityHandle(accessor.MetadataToken)).Attributes & MethodAttributes.Virtual) != 0;

    private static bool ImplementsInterface(IPropertySymbol property) =>
        property.DeclaredAccessibility == Accessibility.Public
        && (Implements(property.ContainingType, property) || Types(property.ContainingModule.GlobalNamespace).Any(type => Implements(type, property)));

    /// <summary>Whether <paramref name="type"/>, which declares or inherits the property, has an interface that the property implements.</summary>
    private static bool Implements(INamedTypeSymbol type, IPropertySymbol property)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, property.ContainingType))
            {
                return type.AllInterfaces
                    .SelectMany(implemented => implemented.GetMembers(property.Name))
                    .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, property));
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }
}
