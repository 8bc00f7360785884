using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Parsing;

/// <summary>Looks for the static methods by which minimal APIs know that a type can be bound: <c>TryParse</c> and <c>BindAsync</c>.</summary>
internal static class StaticMethods
{
    /// <summary>The first match on the type, then its bases, else that of its interfaces, if exactly one of these has one.</summary>
    public static IMethodSymbol? Find(ITypeSymbol type, string name, Func<IMethodSymbol, bool> isMatch)
    {
        var matches = All(type, name).Where(isMatch).ToList();
        return matches.Count > 1 && matches[0].ContainingType.TypeKind == TypeKind.Interface ? null : matches.FirstOrDefault();
    }

    /// <summary>Every public static method of this name, nearest first.</summary>
    public static IEnumerable<IMethodSymbol> All(ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var method in PublicStatic(current, name))
            {
                yield return method;
            }
        }

        foreach (var method in type.AllInterfaces.SelectMany(candidate => PublicStatic(candidate, name)))
        {
            yield return method;
        }
    }

    private static IEnumerable<IMethodSymbol> PublicStatic(ITypeSymbol type, string name) =>
        type.GetMembers(name)
            .OfType<IMethodSymbol>()
            .Where(static method => method is
            {
                IsStatic: true, IsAbstract: false, DeclaredAccessibility: Accessibility.Public, TypeParameters.Length: 0,
            });
}
