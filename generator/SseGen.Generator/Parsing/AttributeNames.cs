using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SseGen.Generator.Parsing;

/// <summary>The names under which a project can write <c>[EventStream]</c>.</summary>
internal static class AttributeNames
{
    private const string ShortName = "EventStream", FullName = "EventStreamAttribute";

    /// <summary>
    /// The attribute's own two names and every alias for it, wherever it is declared: a name too many costs a look at a symbol, one too
    /// few would lose an endpoint.
    /// </summary>
    public static HashSet<string> Of(IEnumerable<SyntaxTree> trees)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { ShortName, FullName };
        var aliases = trees
            .SelectMany(static tree => tree.GetRoot() is CompilationUnitSyntax unit ? Usings(unit.Usings, unit.Members) : [])
            .Where(static directive => directive.Alias is not null)
            .ToList();

        // An alias may stand for another one: until no name comes to those that there are.
        for (var before = 0; before != names.Count;)
        {
            before = names.Count;
            foreach (var alias in aliases)
            {
                if (RightmostOf(alias.NamespaceOrType) is { } target && names.Contains(target))
                {
                    // An alias FooAttribute may be written [Foo].
                    var name = alias.Alias!.Name.Identifier.ValueText;
                    names.Add(name);
                    names.Add(name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name);
                }
            }
        }

        return names;
    }

    /// <summary>The last part of a dotted name.</summary>
    public static string? RightmostOf(TypeSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<UsingDirectiveSyntax> Usings(
        SyntaxList<UsingDirectiveSyntax> usings, SyntaxList<MemberDeclarationSyntax> members) =>
        usings.Concat(members
            .OfType<BaseNamespaceDeclarationSyntax>()
            .SelectMany(static @namespace => Usings(@namespace.Usings, @namespace.Members)));
}
