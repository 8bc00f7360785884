using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// The <c>JsonSerializerContext</c>s that a project declares, and the types that their attributes name. Looked for when the first payload
/// needs one, once in a compilation.
/// </summary>
internal sealed class SerializerContexts
{
    private static readonly ConditionalWeakTable<KnownSymbols, SerializerContexts> s_perCompilation = new();

    private readonly Dictionary<ITypeSymbol, INamedTypeSymbol> _contexts = new(SymbolEqualityComparer.Default);

    private SerializerContexts(KnownSymbols symbols)
    {
        // The name says nothing, and so every type with a base list counts; only those with the attribute are looked at any further.
        var declared = symbols.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type)
            .OfType<INamedTypeSymbol>()
            .Where(type => JsonAttributes.IsOrDerivesFrom(type.BaseType, JsonNames.SerializerContext, symbols))
            .Where(type => Reachability.Obstacle(type, symbols.Compilation.Assembly) is null)
            .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);
        foreach (var context in declared)
        {
            foreach (var attribute in context.GetAttributes().Where(attribute => symbols.Is(attribute.AttributeClass, JsonNames.Serializable)))
            {
                if (attribute.ConstructorArguments is [{ Value: ITypeSymbol type }] && !_contexts.ContainsKey(type))
                {
                    _contexts.Add(type, context);
                }
            }
        }

        All = [.. _contexts.Values.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
        foreach (var named in _contexts.ToList())
        {
            AddParts(named.Key, named.Value, symbols);
        }
    }

    /// <summary>Every context that names a type.</summary>
    public IReadOnlyList<INamedTypeSymbol> All { get; }

    public static SerializerContexts Of(KnownSymbols symbols) =>
        s_perCompilation.GetValue(symbols, static symbols => new SerializerContexts(symbols));

    /// <summary>A context has metadata for everything within the types that it names, too. What a context names itself goes before.</summary>
    private void AddParts(ITypeSymbol named, INamedTypeSymbol context, KnownSymbols symbols)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default) { named };
        var pending = new Queue<ITypeSymbol>([named]);
        while (pending.Count > 0)
        {
            foreach (var part in ContextParts.Of(pending.Dequeue(), symbols).Where(seen.Add))
            {
                pending.Enqueue(part);
                if (!_contexts.ContainsKey(part))
                {
                    _contexts.Add(part, context);
                }
            }
        }
    }

    /// <summary>The context that has metadata for <paramref name="type"/>.</summary>
    public INamedTypeSymbol? Find(ITypeSymbol type) => _contexts.TryGetValue(type, out var context) ? context : null;
}
