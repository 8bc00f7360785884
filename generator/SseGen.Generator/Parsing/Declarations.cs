using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SseGen.Generator.Parsing;

/// <summary>
/// What a project declares, as an identity: one object for all compilations that differ in bodies only, or in what no spec can see. Compilations that an editor
/// makes one from the other share most of their trees, and are compared tree by tree, by reference first; nothing is hashed, and
/// nothing is looked at when there was no compilation before.
/// </summary>
internal sealed class Declarations
{
    private static readonly ConditionalWeakTable<Compilation, Declarations> s_perCompilation = new();
    private static readonly ConditionalWeakTable<SyntaxTree, Declarations> s_perTree = new();
    private static readonly object s_lock = new();

    private readonly Lazy<HashSet<string>> _attributeNames;
    private ImmutableArray<SyntaxTree> _trees;
    private ImmutableArray<MetadataReference> _references;
    private CompilationOptions _options;
    private string? _assemblyName;

    private Declarations(Compilation compilation)
    {
        var trees = TreesOf(compilation);
        _trees = trees;
        _references = compilation.ExternalReferences;
        _options = compilation.Options;
        _assemblyName = compilation.AssemblyName;
        _attributeNames = new Lazy<HashSet<string>>(() => AttributeNames.Of(trees));
    }

    /// <summary>The declarations of <paramref name="compilation"/>: the same object as before when an edit has touched none of them.</summary>
    public static Declarations Of(Compilation compilation)
    {
        if (s_perCompilation.TryGetValue(compilation, out var known))
        {
            return known;
        }

        lock (s_lock)
        {
            return s_perCompilation.GetValue(compilation, static compilation =>
            {
                var earlier = EarlierOf(compilation);
                var declarations = earlier?.AreThoseOf(compilation) == true ? earlier : new Declarations(compilation);
                declarations.Take(compilation, ReferenceEquals(declarations, earlier));
                return declarations;
            });
        }
    }

    /// <summary>Whether an attribute may be <c>[EventStream]</c> as far as its name goes, aliases of the whole project included.</summary>
    public bool MayBeEventStream(AttributeSyntax attribute) =>
        AttributeNames.RightmostOf(attribute.Name) is { } name && _attributeNames.Value.Contains(name);

    /// <summary>What an earlier compilation with some of the same trees declared. An edit replaces one tree, so this looks at one or two.</summary>
    private static Declarations? EarlierOf(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (s_perTree.TryGetValue(tree, out var declarations))
            {
                return declarations;
            }
        }

        return null;
    }

    private static ImmutableArray<SyntaxTree> TreesOf(Compilation compilation) =>
        compilation.SyntaxTrees as ImmutableArray<SyntaxTree>? ?? [.. compilation.SyntaxTrees];

    private bool AreThoseOf(Compilation compilation)
    {
        var trees = TreesOf(compilation);
        if (trees.Length != _trees.Length
            || compilation.AssemblyName != _assemblyName
            || !compilation.Options.Equals(_options)
            || !compilation.ExternalReferences.SequenceEqual(_references))
        {
            return false;
        }

        var edited = -1;
        for (var i = 0; i < trees.Length; i++)
        {
            if (!ReferenceEquals(trees[i], _trees[i]) && !DeclarationText.IsSame(_trees[i], trees[i]))
            {
                if (edited >= 0)
                {
                    return false;
                }

                edited = i;
            }
        }

        return edited < 0 || IsolatedEdit.Is(_trees[edited], trees[edited], trees);
    }

    /// <summary>Goes on with the trees of <paramref name="compilation"/>, so that those of the one before can be forgotten.</summary>
    private void Take(Compilation compilation, bool isKnown)
    {
        var before = _trees;
        _trees = TreesOf(compilation);
        _references = compilation.ExternalReferences;
        _options = compilation.Options;
        _assemblyName = compilation.AssemblyName;
        for (var i = 0; i < _trees.Length; i++)
        {
            if (!isKnown || !ReferenceEquals(before[i], _trees[i]))
            {
                s_perTree.Remove(_trees[i]);
                s_perTree.Add(_trees[i], this);
            }
        }
    }
}
