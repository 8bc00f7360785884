using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SseGen.CodeFixes;

/// <summary>Adds to a list of parameters or arguments in the way the list is laid out: on one line, or each on a line of its own.</summary>
internal static class SyntaxLists
{
    public static SeparatedSyntaxList<T> InsertLaidOut<T>(this SeparatedSyntaxList<T> list, int index, T item)
        where T : SyntaxNode
    {
        if (list.Count == 0)
        {
            return SyntaxFactory.SingletonSeparatedList(item);
        }

        var separators = list.GetSeparators().ToList();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken)
            .WithTrailingTrivia(separators.Count > 0 ? LineBreak(separators[separators.Count - 1]) : SyntaxFactory.Space);
        var nodes = list.ToList();
        if (index == list.Count)
        {
            // The last one's trailing trivia ends the list: it stays at the end.
            var last = nodes[index - 1];
            var leading = separators.Count > 0 ? last.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) : [];
            item = item.WithLeadingTrivia(leading).WithTrailingTrivia(last.GetTrailingTrivia());
            nodes[index - 1] = last.WithoutTrailingTrivia();
        }
        else
        {
            item = item.WithLeadingTrivia(nodes[index].GetLeadingTrivia());
            nodes[index] = separators.Count > 0 && index == 0 ? nodes[index].WithLeadingTrivia(nodes[nodes.Count - 1].GetLeadingTrivia()) : nodes[index];
        }

        nodes.Insert(index, item);
        separators.Insert(Math.Min(index, separators.Count), comma);
        return SyntaxFactory.SeparatedList(nodes, separators);
    }

    /// <summary>How the next item is set off: a comment after the comma belongs to the one before.</summary>
    private static SyntaxTrivia LineBreak(SyntaxToken comma)
    {
        var lineBreak = comma.TrailingTrivia.FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lineBreak.IsKind(SyntaxKind.None) ? SyntaxFactory.Space : lineBreak;
    }
}
