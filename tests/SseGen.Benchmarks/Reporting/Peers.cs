using SseGen.Benchmarks.Results;

namespace SseGen.Benchmarks.Reporting;

/// <summary>Who is compared, and how readers are told.</summary>
internal static class Peers
{
    /// <summary>What the others are compared with: the first of these that a scenario has.</summary>
    private static readonly string[] s_references = ["inbox", "stj", "empty"];

    private static readonly Dictionary<string, (string Display, string Short)> s_names = new()
    {
        ["ssegen"] = ("SseGen", "SseGen"),
        ["ssegen-coalesce"] = ("SseGen, `CoalesceWindow` 5 ms", "SseGen 5 ms"),
        ["inbox"] = ("`TypedResults.ServerSentEvents`", "in-box"),
        ["fastendpoints"] = ("FastEndpoints 8.3", "FastEndpoints"),
        ["copy"] = ("hand-written copy loop (the floor)", "copy loop"),
        ["jsonwriter"] = ("hand-written `Utf8JsonWriter`", "Utf8JsonWriter"),
        ["stj"] = ("System.Text.Json, source-generated", "STJ source-gen"),
        ["sharedarray"] = ("hand-written, one shared array", "shared array"),
        ["nchan"] = ("nginx with nchan", "nchan"),
        ["empty"] = ("empty app", "empty app"),
    };

    public static string DisplayName(string subject) => s_names.TryGetValue(subject, out var name) ? name.Display : subject;

    public static string ShortName(string subject) => s_names.TryGetValue(subject, out var name) ? name.Short : subject;

    public static Series? ReferenceOf(IReadOnlyList<Series> scenario, string metric) => s_references
        .Select(reference => scenario.FirstOrDefault(one => one.Subject == reference && one.Metric == metric))
        .FirstOrDefault(series => series is not null && series.Median > 0);
}
