using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Members with <c>[JsonInclude]</c> that reflection finds in a referenced assembly, and the compiler does not: of what is private there it
/// makes no symbols. They are read from the assembly's tables, once for each assembly: its reader is the same for all compilations.
/// </summary>
internal static class HiddenMembers
{
    private static readonly ConditionalWeakTable<MetadataReader, Dictionary<int, List<string>>> s_perAssembly = new();

    /// <summary>The name of such a member that <paramref name="type"/> itself declares; <see langword="null"/> without one.</summary>
    public static string? Find(INamedTypeSymbol type, KnownSymbols symbols)
    {
        var declared = type.OriginalDefinition;
        if (declared.MetadataToken == 0 || IsOfPlatform(declared) || declared.ContainingModule.GetMetadata()?.GetMetadataReader() is not { } reader)
        {
            return null;
        }

        var hidden = s_perAssembly.GetValue(reader, Included).TryGetValue(declared.MetadataToken, out var names)
            ? names.Find(name => !declared.GetMembers(name).Any(static member => member is IFieldSymbol or IPropertySymbol { GetMethod: not null }))
            : null;
        return hidden ?? (MayHave(declared) ? WithoutGetter(declared, symbols) : null);
    }

    /// <summary>Whether nobody can tell before the run time: a reference assembly has nothing private.</summary>
    public static bool MayHave(INamedTypeSymbol type) =>
        type.OriginalDefinition.MetadataToken != 0 && !IsOfPlatform(type) && HasAttribute(type.ContainingAssembly, "ReferenceAssemblyAttribute");

    /// <summary>Whether what is internal in the type's assembly is in its reference assembly, too, and so is known.</summary>
    public static bool ShowsInternals(INamedTypeSymbol type) => HasAttribute(type.ContainingAssembly, "InternalsVisibleToAttribute");

    /// <summary>A property that was included to be read, the getter of which the reference assembly keeps to itself.</summary>
    private static string? WithoutGetter(INamedTypeSymbol type, KnownSymbols symbols) => type.GetMembers()
        .FirstOrDefault(member => member is IPropertySymbol { GetMethod: null, IsStatic: false } && JsonAttributes.IsIncluded(member, symbols))
        ?.Name;

    private static bool HasAttribute(IAssemblySymbol assembly, string name) =>
        assembly.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);

    private static bool IsOfPlatform(INamedTypeSymbol type) =>
        MemberOrder.IsOfFramework(type) || type.ContainingAssembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>What bears the attribute and can be read, by the tokens of the declaring types. Most assemblies do not know the attribute.</summary>
    private static Dictionary<int, List<string>> Included(MetadataReader reader)
    {
        var included = new Dictionary<int, List<string>>();
        var constructors = Constructors(reader);
        if (constructors.Count == 0)
        {
            return included;
        }

        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (constructors.Contains(attribute.Constructor) && Member(reader, attribute.Parent) is var (declaring, name))
            {
                var token = MetadataTokens.GetToken(declaring);
                if (!included.TryGetValue(token, out var names))
                {
                    included.Add(token, names = []);
                }

                names.Add(reader.GetString(name));
            }
        }

        return included;
    }

    private static HashSet<EntityHandle> Constructors(MetadataReader reader)
    {
        var attributes = reader.TypeReferences
            .Where(handle => reader.GetTypeReference(handle) is var type
                && reader.StringComparer.Equals(type.Name, "JsonIncludeAttribute")
                && reader.StringComparer.Equals(type.Namespace, "System.Text.Json.Serialization"))
            .Select(static handle => (EntityHandle)handle)
            .ToList();
        return attributes.Count == 0 ? [] : [.. reader.MemberReferences
            .Where(handle => attributes.Contains(reader.GetMemberReference(handle).Parent))
            .Select(static handle => (EntityHandle)handle)];
    }

    private static (TypeDefinitionHandle Declaring, StringHandle Name)? Member(MetadataReader reader, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            var field = reader.GetFieldDefinition((FieldDefinitionHandle)handle);
            return (field.GetDeclaringType(), field.Name);
        }

        if (handle.Kind != HandleKind.PropertyDefinition)
        {
            return null;
        }

        var property = reader.GetPropertyDefinition((PropertyDefinitionHandle)handle);
        return property.GetAccessors().Getter is { IsNil: false } getter ? (reader.GetMethodDefinition(getter).GetDeclaringType(), property.Name) : null;
    }
}
