using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Parsing;

/// <summary>Whether generated code, which stands in another class of the same assembly, can name a type or call a member.</summary>
internal static class Reachability
{
    /// <summary>The word for what hides <paramref name="symbol"/> or something around it; <see langword="null"/> when nothing does.</summary>
    public static string? Obstacle(ISymbol symbol, IAssemblySymbol assembly)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingType)
        {
            if (current is INamedTypeSymbol { IsFileLocal: true })
            {
                return "file-local";
            }

            if (current.ContainingAssembly is ISourceAssemblySymbol && ObsoleteMembers.IsError(current))
            {
                return "obsolete as an error";
            }

            if (Word(current, assembly) is { } word)
            {
                return ReferenceEquals(current, symbol) ? word : $"inside of a {word} type";
            }
        }

        return null;
    }

    /// <summary>The first type in <paramref name="type"/> (itself, an element, a type argument) that generated code cannot name.</summary>
    public static ITypeSymbol? HiddenType(ITypeSymbol type, IAssemblySymbol assembly) => type switch
    {
        IArrayTypeSymbol array => HiddenType(array.ElementType, assembly),
        INamedTypeSymbol named => Obstacle(named, assembly) is not null ? named : HiddenArgument(named, assembly),
        _ => null,
    };

    private static ITypeSymbol? HiddenArgument(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (HiddenType(argument, assembly) is { } hidden)
            {
                return hidden;
            }
        }

        return null;
    }

    private static string? Word(ISymbol symbol, IAssemblySymbol assembly)
    {
        var isOwn = symbol.ContainingAssembly is { } declaring
            && (SymbolEqualityComparer.Default.Equals(declaring, assembly) || declaring.GivesAccessTo(assembly));
        return symbol.DeclaredAccessibility switch
        {
            Accessibility.Private => "private",
            Accessibility.Protected => "protected",
            Accessibility.ProtectedAndInternal => "private protected",
            Accessibility.Internal when !isOwn => "internal to another assembly",
            Accessibility.ProtectedOrInternal when !isOwn => "protected",
            _ => null,
        };
    }
}
