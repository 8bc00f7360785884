using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SseGen.Generator.Parsing;

/// <summary>
/// A file without what stands inside of the bodies of its methods, constructors and operators and in its top-level statements. What
/// is left is all that a symbol is made of, and more (accessors, initializers, comments): in doubt, a text counts as declaring.
/// </summary>
internal static class DeclarationText
{
    /// <summary>Whether two versions of a file are the same text outside of bodies.</summary>
    public static bool IsSame(SyntaxTree before, SyntaxTree after)
    {
        if (before.FilePath != after.FilePath || !before.Options.Equals(after.Options))
        {
            return false;
        }

        var oldBodies = BodiesOf(before);
        var newBodies = BodiesOf(after);
        if (oldBodies.Count != newBodies.Count)
        {
            return false;
        }

        var (oldText, newText) = (before.GetText().ToString(), after.GetText().ToString());
        var (oldStart, newStart) = (0, 0);
        for (var i = 0; i < oldBodies.Count; i++)
        {
            if (!IsSame(oldText, oldStart, oldBodies[i].Start, newText, newStart, newBodies[i].Start))
            {
                return false;
            }

            (oldStart, newStart) = (oldBodies[i].End, newBodies[i].End);
        }

        return IsSame(oldText, oldStart, oldText.Length, newText, newStart, newText.Length);
    }

    /// <summary>Whether one of <paramref name="words"/> may be a part of the text outside of bodies and of <paramref name="except"/>.</summary>
    public static bool Mentions(SyntaxTree tree, string[] words, TextSpan except)
    {
        var text = tree.GetText().ToString();
        if (HasInvisible(text))
        {
            return true;
        }

        if (!Array.Exists(words, word => text.IndexOf(word, StringComparison.Ordinal) >= 0))
        {
            return false;
        }

        var start = 0;
        foreach (var hole in BodiesOf(tree).Where(body => !except.Contains(body)).Append(except).OrderBy(static hole => hole.Start))
        {
            if (Mentions(text, start, hole.Start, words))
            {
                return true;
            }

            start = hole.End;
        }

        return Mentions(text, start, text.Length, words);
    }

    /// <summary>Whether <paramref name="word"/> may be a part of an identifier anywhere in a file, which may be written with escapes.</summary>
    public static bool MayHave(SyntaxTree tree, string word)
    {
        var text = tree.GetText().ToString();
        return text.IndexOf(word, StringComparison.Ordinal) >= 0
            || text.IndexOf("\\u", StringComparison.Ordinal) >= 0
            || text.IndexOf("\\U", StringComparison.Ordinal) >= 0
            || HasInvisible(text);
    }

    /// <summary>Characters that are no part of the identifier in which they stand, and part a word from itself.</summary>
    private static bool HasInvisible(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(string text, int start, int end, string[] words) =>
        Array.Exists(words, word => text.IndexOf(word, start, end - start, StringComparison.Ordinal) >= 0);

    private static bool IsSame(string oldText, int oldStart, int oldEnd, string newText, int newStart, int newEnd) =>
        oldEnd - oldStart == newEnd - newStart
        && string.CompareOrdinal(oldText, oldStart, newText, newStart, oldEnd - oldStart) == 0;

    /// <summary>The insides of bodies, in order.</summary>
    private static List<TextSpan> BodiesOf(SyntaxTree tree)
    {
        var bodies = new List<TextSpan>();
        if (tree.GetRoot() is CompilationUnitSyntax unit)
        {
            Collect(unit.Members, bodies);
        }

        return bodies;
    }

    private static void Collect(SyntaxList<MemberDeclarationSyntax> members, List<TextSpan> bodies)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax @namespace:
                    Collect(@namespace.Members, bodies);
                    break;
                case TypeDeclarationSyntax type:
                    Collect(type.Members, bodies);
                    break;
                case BaseMethodDeclarationSyntax { Body: { } body }:
                    Add(body, TextSpan.FromBounds(body.OpenBraceToken.Span.End, body.CloseBraceToken.SpanStart), bodies);
                    break;
                case BaseMethodDeclarationSyntax { ExpressionBody.Expression: { } expression }:
                    Add(expression, expression.Span, bodies);
                    break;
                case GlobalStatementSyntax statement:
                    Add(statement, statement.Span, bodies);
                    break;
            }
        }
    }

    /// <summary>A directive works beyond the body that it stands in (<c>#nullable</c>), so such a body is declaring text.</summary>
    private static void Add(SyntaxNode body, TextSpan inside, List<TextSpan> bodies)
    {
        if (!body.ContainsDirectives)
        {
            bodies.Add(inside);
        }
    }
}
