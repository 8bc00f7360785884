using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Parsing;

/// <summary>An interface and those it derives from, in the order in which System.Text.Json takes their members.</summary>
internal static class InterfaceOrder
{
    /// <summary>
    /// Derived interfaces stand before those they derive from. Sorted from the end: first what derives from nothing, as it is found, then
    /// what derives from nothing else than what has been sorted.
    /// </summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        var found = new List<INamedTypeSymbol> { type };
        var ancestors = new List<HashSet<INamedTypeSymbol>>();
        var ready = new Queue<INamedTypeSymbol>();
        for (var i = 0; i < found.Count; i++)
        {
            var declared = new List<INamedTypeSymbol>();
            Visit(found[i], declared);
            ancestors.Add(new HashSet<INamedTypeSymbol>(declared, SymbolEqualityComparer.Default));
            found.AddRange(declared.Where(ancestor => !found.Contains(ancestor, SymbolEqualityComparer.Default)));
            if (declared.Count == 0)
            {
                ready.Enqueue(found[i]);
            }
        }

        var sorted = new List<INamedTypeSymbol>();
        while (ready.Count > 0)
        {
            var next = ready.Dequeue();
            sorted.Add(next);
            for (var i = 0; i < found.Count; i++)
            {
                if (ancestors[i].Remove(next) && ancestors[i].Count == 0)
                {
                    ready.Enqueue(found[i]);
                }
            }
        }

        sorted.Reverse();
        return sorted;
    }

    /// <summary>As the run time has them: each before its own ancestors, in the order of the declaration.</summary>
    private static void Visit(INamedTypeSymbol type, List<INamedTypeSymbol> declared)
    {
        foreach (var inherited in type.Interfaces)
        {
            if (!declared.Contains(inherited, SymbolEqualityComparer.Default))
            {
                declared.Add(inherited);
                Visit(inherited, declared);
            }
        }
    }
}
