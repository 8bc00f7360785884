using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SseGen.TestKit;

/// <summary>
/// A source with marks: <c>{|SSE101:while|}</c> says that SSE101 is expected for exactly the text <c>while</c>. Marks may lie in each
/// other; an empty one stands for a place between two characters.
/// </summary>
/// <param name="Text">The source without its marks.</param>
/// <param name="Spans">What was marked, in the order in which the marks begin.</param>
public sealed record Markup(string Text, ImmutableArray<(string Id, TextSpan Span)> Spans)
{
    private const string Close = "|}";

    /// <summary>Takes the marks out of <paramref name="source"/>.</summary>
    /// <exception cref="FormatException">A mark is not closed, or closed without having been opened.</exception>
    public static Markup Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        var spans = new List<(string Id, TextSpan Span)>();
        var open = new Stack<int>();
        for (var at = 0; at < source.Length;)
        {
            if (TryReadOpening(source, at, out var id, out var length))
            {
                open.Push(spans.Count);
                spans.Add((id, new TextSpan(text.Length, 0)));
                at += length;
            }
            else if (string.CompareOrdinal(source, at, Close, 0, Close.Length) == 0 && open.Count > 0)
            {
                var index = open.Pop();
                spans[index] = (spans[index].Id, TextSpan.FromBounds(spans[index].Span.Start, text.Length));
                at += Close.Length;
            }
            else
            {
                text.Append(source[at++]);
            }
        }

        return open.Count == 0
            ? new Markup(text.ToString(), [.. spans])
            : throw new FormatException($"The mark '{spans[open.Peek()].Id}' is not closed.");
    }

    private static bool TryReadOpening(string source, int at, out string id, out int length)
    {
        (id, length) = ("", 0);
        if (at + 2 >= source.Length || source[at] != '{' || source[at + 1] != '|')
        {
            return false;
        }

        var end = at + 2;
        while (end < source.Length && char.IsAsciiLetterOrDigit(source[end]))
        {
            end++;
        }

        if (end == at + 2 || end == source.Length || source[end] != ':')
        {
            return false;
        }

        (id, length) = (source[(at + 2)..end], end + 1 - at);
        return true;
    }
}
