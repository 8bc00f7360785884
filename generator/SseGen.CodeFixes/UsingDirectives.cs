using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace SseGen.CodeFixes;

/// <summary>Brings a type's namespace into scope where it is not.</summary>
internal static class UsingDirectives
{
    /// <summary>Adds <c>using</c> <paramref name="namespaceName"/> to the file unless the type can be named at <paramref name="position"/> as it is.</summary>
    public static void Ensure(DocumentEditor editor, string namespaceName, string typeName, int position)
    {
        var inScope = editor.SemanticModel
            .LookupNamespacesAndTypes(position, name: typeName)
            .Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == namespaceName);
        if (!inScope)
        {
            editor.ReplaceNode(editor.OriginalRoot, (current, _) => Add((CompilationUnitSyntax)current, namespaceName));
        }
    }

    private static CompilationUnitSyntax Add(CompilationUnitSyntax root, string namespaceName)
    {
        if (root.Usings.Any(known => known.Alias is null && known.Name?.ToString() == namespaceName))
        {
            return root;
        }

        var newLine = root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        newLine = newLine.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : newLine;
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(namespaceName))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(newLine);
        var index = root.Usings.TakeWhile(known => !IsAfter(known, namespaceName)).Count();
        if (index > 0)
        {
            return root.WithUsings(root.Usings.Insert(index, directive));
        }

        // The file's header stays on top.
        var first = root.GetFirstToken();
        var header = first.LeadingTrivia;
        var rest = root.ReplaceToken(first, first.WithLeadingTrivia(root.Usings.Count > 0 || header.Count > 0 ? default : SyntaxFactory.TriviaList(newLine)));
        return rest.WithUsings(rest.Usings.Insert(0, directive.WithLeadingTrivia(header)));
    }

    /// <summary>System first, then by name; aliases and static ones last.</summary>
    private static bool IsAfter(UsingDirectiveSyntax known, string namespaceName)
    {
        if (known.Alias is not null || !known.StaticKeyword.IsKind(SyntaxKind.None))
        {
            return true;
        }

        var name = known.Name?.ToString() ?? "";
        var (isSystem, addsSystem) = (IsSystem(name), IsSystem(namespaceName));
        return isSystem == addsSystem ? string.CompareOrdinal(name, namespaceName) > 0 : addsSystem;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
