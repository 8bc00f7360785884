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
    }

    public static SerializerContexts Of(KnownSymbols symbols) =>
        s_perCompilation.GetValue(symbols, static symbols => new SerializerContexts(symbols));

    /// <summary>The context that has metadata for <paramref name="type"/>.</summary>
    public INamedTypeSymbol? Find(ITypeSymbol type) => _contexts.TryGetValue(type, out var context) ? context : null;
}
