using System.Globalization;
using System.Security;
using System.Text;

namespace SseGen.Benchmarks.Reporting;

/// <summary>
/// A chart of horizontal bars as SVG: no script, no font of its own, colours that follow the reader's light or dark scheme. Each group
/// has its own scale, because a group is a comparison and groups differ by magnitudes.
/// </summary>
internal static class BarChartSvg
{
    private const int Width = 720, Left = 150, Right = 80, Top = 44, BarHeight = 16, BarGap = 4, GroupTitle = 24, GroupGap = 12;

    private const string Style = """
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .group { font-weight: 600 }
        .unit { fill: #57606a }
        .own { fill: #0969da }
        .peer { fill: #afb8c1 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .unit { fill: #8b949e }
          .own { fill: #58a6ff }
          .peer { fill: #57606a }
        }
        """;

    public static string Of(Chart chart)
    {
        var height = Top + chart.Groups.Sum(group => GroupTitle + (group.Bars.Count * (BarHeight + BarGap)) + GroupGap);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"width=\"{Width}\" height=\"{height}\" role=\"img\" aria-label=\"{Escape(chart.Title)}\">\n");
        svg.Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n");
        Text(svg, 8, 20, "title", chart.Title);
        Text(svg, 8, 36, "unit", chart.Unit + ", less is better");
        var y = Top;
        foreach (var group in chart.Groups)
        {
            y = AppendGroup(svg, group, y);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static int AppendGroup(StringBuilder svg, ChartGroup group, int y)
    {
        Text(svg, 8, y + 16, "group", group.Title);
        y += GroupTitle;
        var largest = group.Bars.Max(bar => bar.Value);
        foreach (var bar in group.Bars)
        {
            var width = largest > 0 ? Math.Max(1, bar.Value / largest * (Width - Left - Right)) : 1;
            var kind = bar.Subject.StartsWith("ssegen", StringComparison.Ordinal) ? "own" : "peer";
            Text(svg, 8, y + 12, "label", Peers.ShortName(bar.Subject));
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{Left}\" y=\"{y}\" width=\"{width:F1}\" height=\"{BarHeight}\" rx=\"2\"/>\n");
            Text(svg, Left + width + 6, y + 12, "value", Figures.Number(bar.Value));
            y += BarHeight + BarGap;
        }

        return y + GroupGap;
    }

    private static void Text(StringBuilder svg, double x, int y, string kind, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{x:F1}\" y=\"{y}\">{Escape(text)}</text>\n");

    private static string Escape(string text) => SecurityElement.Escape(text);
}
