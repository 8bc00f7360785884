using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SseGen.Generator.Parsing;

/// <summary>
/// An edit of the members of a type that no declaration of the project mentions: no handler and no payload outside of its file can mean
/// anything else than before.
/// </summary>
/// <remarks>
/// <para>
/// A spec sees the members of a type when something that it is made of names the type: a signature, a base list, the argument of an
/// attribute, a <c>using</c>. All of these are declarations, and are searched for the name as text, so that a comment counts as well.
/// What finds types without naming them, the cases of a union and the contexts of System.Text.Json, finds them by their attributes:
/// a type that has some is never isolated, nor is one with types inside or with another part.
/// </para>
/// </remarks>
internal static class IsolatedEdit
{
    private const string AttributeSuffix = "Attribute";

    /// <param name="before">The file before the edit.</param>
    /// <param name="after">The file after it.</param>
    /// <param name="trees">All files after it.</param>
    public static bool Is(SyntaxTree before, SyntaxTree after, ImmutableArray<SyntaxTree> trees)
    {
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options))
        {
            return false;
        }

        var (oldText, newText) = (before.GetText().ToString(), after.GetText().ToString());
        var start = SameAtStart(oldText, newText);
        var same = SameAtEnd(oldText, newText, start);
        var edited = TypeAround(after, start, newText.Length - same);
        if (edited is null || TypeAround(before, start, oldText.Length - same) is not { } earlier || !IsSamePlace(earlier, edited, newText.Length - oldText.Length))
        {
            return false;
        }

        return MayBeIsolated(earlier) && MayBeIsolated(edited) && !IsMentioned(edited, after, trees);
    }

    private static int SameAtStart(string oldText, string newText)
    {
        var length = Math.Min(oldText.Length, newText.Length);
        var same = 0;
        while (same < length && oldText[same] == newText[same])
        {
            same++;
        }

        return same;
    }

    private static int SameAtEnd(string oldText, string newText, int start)
    {
        var length = Math.Min(oldText.Length, newText.Length) - start;
        var same = 0;
        while (same < length && oldText[oldText.Length - 1 - same] == newText[newText.Length - 1 - same])
        {
            same++;
        }

        return same;
    }

    /// <summary>The type of the file's top level between whose braces the text from <paramref name="start"/> to <paramref name="end"/> is.</summary>
    private static TypeDeclarationSyntax? TypeAround(SyntaxTree tree, int start, int end) =>
        tree.GetRoot() is CompilationUnitSyntax unit ? TypeAround(unit.Members, start, end) : null;

    private static TypeDeclarationSyntax? TypeAround(SyntaxList<MemberDeclarationSyntax> members, int start, int end)
    {
        foreach (var member in members)
        {
            if (member.SpanStart <= start && end <= member.Span.End)
            {
                return member switch
                {
                    BaseNamespaceDeclarationSyntax @namespace => TypeAround(@namespace.Members, start, end),
                    TypeDeclarationSyntax { OpenBraceToken.IsMissing: false, CloseBraceToken.IsMissing: false } type
                        when type.OpenBraceToken.Span.End <= start && end <= type.CloseBraceToken.SpanStart => type,
                    _ => null,
                };
            }
        }

        return null;
    }

    /// <summary>Whether the braces are the same ones: an edit may have taken one away, or a comment all that follows.</summary>
    private static bool IsSamePlace(TypeDeclarationSyntax before, TypeDeclarationSyntax after, int longer) =>
        before.OpenBraceToken.Span == after.OpenBraceToken.Span && before.CloseBraceToken.SpanStart + longer == after.CloseBraceToken.SpanStart;

    private static bool MayBeIsolated(TypeDeclarationSyntax type) =>
        type.AttributeLists.Count == 0
        && type.Identifier.ValueText.Length > 0
        && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !type.ContainsDirectives
        && !type.Members.Any(static member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or IncompleteMemberSyntax);

    private static bool IsMentioned(TypeDeclarationSyntax type, SyntaxTree tree, ImmutableArray<SyntaxTree> trees)
    {
        var name = type.Identifier.ValueText;
        var shortName = name.EndsWith(AttributeSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - AttributeSuffix.Length) : name;

        // An identifier may be written with escapes, and then is not found as text.
        string[] mentions = [shortName, "\\u", "\\U"];
        return shortName.Length == 0 || trees.Any(one => DeclarationText.Mentions(one, mentions, one == tree ? type.FullSpan : default));
    }
}
