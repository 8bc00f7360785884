using System.Text;

namespace SseGen.TestKit;

/// <summary>The lines in which two texts differ, as <c>diff</c> shows them, with a little of what stands around them.</summary>
public static class TextDiff
{
    private const int Context = 2;

    /// <summary>Lines that only <paramref name="old"/> has begin with <c>-</c>, those that only <paramref name="new"/> has with <c>+</c>.</summary>
    public static string Of(string old, string @new)
    {
        var lines = Compare(old.Split('\n'), @new.Split('\n'));
        var report = new StringBuilder();
        var skipped = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var near = Enumerable.Range(i - Context, (2 * Context) + 1).Any(at => at >= 0 && at < lines.Count && lines[at].Mark != ' ');
            if (near)
            {
                report.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            }
            else if (!skipped)
            {
                report.Append("  …\n");
            }

            skipped = !near;
        }

        return report.ToString();
    }

    /// <summary>The shortest script of insertions and deletions, by the table of longest common subsequences.</summary>
    private static List<(char Mark, string Text)> Compare(string[] old, string[] @new)
    {
        var common = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == @new[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < @new.Length)
        {
            if (a < old.Length && b < @new.Length && old[a] == @new[b])
            {
                lines.Add((' ', old[a++]));
                b++;
            }
            else if (b == @new.Length || (a < old.Length && common[a + 1, b] >= common[a, b + 1]))
            {
                lines.Add(('-', old[a++]));
            }
            else
            {
                lines.Add(('+', @new[b++]));
            }
        }

        return lines;
    }
}
