using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Known;

/// <summary>
/// The types of <see cref="KnownNames"/> in one compilation: each looked up once, whatever the number of endpoints. Dies with its
/// compilation, and is never part of a spec.
/// </summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> s_perCompilation = new();

    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);

    private KnownSymbols(Compilation compilation) => Compilation = compilation;

    /// <summary>Where the types come from.</summary>
    public Compilation Compilation { get; }

    public static KnownSymbols Of(Compilation compilation) =>
        s_perCompilation.GetValue(compilation, static compilation => new KnownSymbols(compilation));

    /// <summary>The type of this metadata name; <see langword="null"/> when the project does not reference it.</summary>
    public INamedTypeSymbol? Type(string metadataName) => _types.TryGetValue(metadataName, out var type) ? type : _types.GetOrAdd(metadataName, Find);

    /// <summary>Whether <paramref name="type"/> is the type of this name (for a generic name: a construction of it).</summary>
    public bool Is(ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named
        && MayBe(named, metadataName)
        && Type(metadataName) is { } known
        && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, known);

    /// <summary>
    /// Whether <paramref name="type"/> is this interface or implements it. What interfaces there are is a matter of the definition alone, and
    /// the compiler works out those of a definition once, but those of each <c>List&lt;T&gt;</c> that somebody writes anew.
    /// </summary>
    public bool Implements(ITypeSymbol type, string metadataName)
    {
        if (Is(type, metadataName))
        {
            return true;
        }

        foreach (var candidate in type.OriginalDefinition.AllInterfaces)
        {
            if (Is(candidate, metadataName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The attribute of exactly this type.</summary>
    public AttributeData? Attribute(ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Is(attribute.AttributeClass, metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>By the end of the name, which almost every other type lacks: nothing is looked up for those.</summary>
    private static bool MayBe(INamedTypeSymbol type, string metadataName)
    {
        var name = type.Name;
        var end = type.Arity == 0 ? metadataName.Length : metadataName.LastIndexOf('`');
        return end >= name.Length && string.CompareOrdinal(metadataName, end - name.Length, name, 0, name.Length) == 0;
    }

    /// <summary>A polyfill in another assembly may bear the same name: the public one counts, and of several the first reference's.</summary>
    private INamedTypeSymbol? Find(string metadataName)
    {
        var candidates = Compilation.GetTypesByMetadataName(metadataName);
        return candidates.Length < 2
            ? candidates.FirstOrDefault()
            : candidates.FirstOrDefault(static type => type.DeclaredAccessibility == Accessibility.Public) ?? candidates[0];
    }
}
