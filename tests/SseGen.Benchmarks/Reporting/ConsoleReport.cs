using System.Text;
using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Results as a table on screen.</summary>
internal static class ConsoleReport
{
    public static string Of(IReadOnlyList<Series> series)
    {
        var text = new StringBuilder();
        foreach (var scenario in series.GroupBy(one => one.Scenario))
        {
            text.AppendLine().AppendLine(scenario.Key);
            var rows = ScenarioTable.Of([.. scenario]);
            var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in rows)
            {
                text.Append("  ").Append(row[0].PadRight(widths[0]));
                for (var column = 1; column < row.Length; column++)
                {
                    text.Append("  ").Append(row[column].PadLeft(widths[column]));
                }

                text.AppendLine();
            }
        }

        return text.ToString();
    }
}
