using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Reads the documentation comment of a handler from its source. A project that makes no documentation file has the comments all the
/// same, but the compiler does not parse them then.
/// </summary>
internal static class DocumentationParser
{
    public static DocumentationSpec? Parse(IMethodSymbol method, CancellationToken cancellationToken) =>
        Parts(method)
            .SelectMany(static part => part.DeclaringSyntaxReferences)
            .Select(reference => Parse(CommentOf(reference.GetSyntax(cancellationToken))))
            .FirstOrDefault(static documentation => documentation is not null);

    /// <summary>Both parts of a partial method.</summary>
    private static IEnumerable<IMethodSymbol> Parts(IMethodSymbol method) =>
        new[] { method, method.PartialDefinitionPart, method.PartialImplementationPart }.OfType<IMethodSymbol>();

    private static DocumentationSpec? Parse(string xml)
    {
        if (xml.Length == 0)
        {
            return null;
        }

        if (PlainSummary(xml) is { } plain)
        {
            var text = Collapse(plain);
            return text.Length > 0 ? new DocumentationSpec { Summary = text, Remarks = null } : null;
        }

        try
        {
            var root = XElement.Parse("<doc>" + xml + "</doc>", LoadOptions.PreserveWhitespace);
            var (summary, remarks) = (Text(root.Element("summary")), Text(root.Element("remarks")));
            return summary is null && remarks is null ? null : new DocumentationSpec { Summary = summary, Remarks = remarks };
        }
        catch (XmlException)
        {
            // Half-typed or badly formed; the compiler has a warning for it.
            return null;
        }
    }

    /// <summary>The text of a summary alone without anything that takes an XML reader, which costs more than all else about a handler.</summary>
    private static string? PlainSummary(string xml)
    {
        const string Start = "<summary>", End = "</summary>";
        if (xml.Length < Start.Length + End.Length || !xml.StartsWith(Start, StringComparison.Ordinal) || !xml.EndsWith(End, StringComparison.Ordinal))
        {
            return null;
        }

        var text = xml.Substring(Start.Length, xml.Length - Start.Length - End.Length);
        foreach (var c in text)
        {
            // ASCII without markup: XML has rules on what other characters there may be.
            if (c is '<' or '>' or '&' or > '~' || (c < ' ' && c is not ('\t' or '\r' or '\n')))
            {
                return null;
            }
        }

        return text;
    }

    /// <summary>The XML between the comment's marks.</summary>
    private static string CommentOf(SyntaxNode declaration)
    {
        var comment = new StringBuilder();
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia:
                    AppendLines(comment, trivia.ToString());
                    break;
                case SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                    AppendLines(comment, trivia.ToFullString());
                    break;
            }
        }

        return comment.ToString().Trim();
    }

    private static void AppendLines(StringBuilder comment, string text)
    {
        var isBlock = text.StartsWith("/**", StringComparison.Ordinal);
        for (int start = 0, next; start < text.Length; start = next + 1)
        {
            var end = text.IndexOf('\n', start);
            next = end < 0 ? text.Length : end;
            comment.AppendLine(WithoutMarks(text.Substring(start, next - start).Trim(), isBlock));
        }
    }

    private static string WithoutMarks(string line, bool isBlock)
    {
        if (isBlock)
        {
            var start = line.StartsWith("/**", StringComparison.Ordinal) ? 3 : line.StartsWith("*", StringComparison.Ordinal) && line != "*/" ? 1 : 0;
            var inside = line.Substring(start);
            return inside.EndsWith("*/", StringComparison.Ordinal) ? inside.Substring(0, inside.Length - 2) : inside;
        }

        return line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("////", StringComparison.Ordinal) ? line.Substring(3) : "";
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Append(element, text);
        return Paragraphs(text.ToString());
    }

    private static string? Paragraphs(string text)
    {
        var paragraphs = text.Split('\u2029').Select(Collapse).Where(static paragraph => paragraph.Length > 0).ToList();
        return paragraphs.Count == 0 ? null : string.Join("\n\n", paragraphs);
    }

    private static void Append(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText literal:
                    text.Append(literal.Value);
                    break;
                case XElement { Name.LocalName: "para" or "list" or "item" or "code" or "br" } block:
                    text.Append('\u2029');
                    Append(block, text);
                    text.Append('\u2029');
                    break;
                case XElement inline when inline.Nodes().Any():
                    Append(inline, text);
                    break;
                case XElement reference:
                    text.Append(NameOf(reference));
                    break;
            }
        }
    }

    /// <summary>What <c>see</c>, <c>paramref</c> and the like refer to, by its simple name.</summary>
    private static string NameOf(XElement reference)
    {
        var name = (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword") ?? (string?)reference.Attribute("href");
        if (name is not null || (string?)reference.Attribute("cref") is not { } cref)
        {
            return name ?? "";
        }

        var simple = cref.Split('(', '{', '<')[0];
        return simple.Substring(simple.LastIndexOf('.') + 1);
    }

    private static string Collapse(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
