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
    public INamedTypeSymbol? Type(string metadataName) => _types.GetOrAdd(metadataName, Find);

    /// <summary>Whether <paramref name="type"/> is the type of this name (for a generic name: a construction of it).</summary>
    public bool Is(ITypeSymbol? type, string metadataName) =>
        type is INamedTypeSymbol named
        && Type(metadataName) is { } known
        && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, known);

    /// <summary>Whether <paramref name="type"/> is this interface or implements it.</summary>
    public bool Implements(ITypeSymbol type, string metadataName) =>
        Is(type, metadataName) || type.AllInterfaces.Any(candidate => Is(candidate, metadataName));

    /// <summary>The attribute of exactly this type.</summary>
    public AttributeData? Attribute(ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute.AttributeClass, metadataName));

    /// <summary>A polyfill in another assembly may bear the same name: the public one counts, and of several the first reference's.</summary>
    private INamedTypeSymbol? Find(string metadataName)
    {
        var candidates = Compilation.GetTypesByMetadataName(metadataName);
        return candidates.Length < 2
            ? candidates.FirstOrDefault()
            : candidates.FirstOrDefault(static type => type.DeclaredAccessibility == Accessibility.Public) ?? candidates[0];
    }
}
