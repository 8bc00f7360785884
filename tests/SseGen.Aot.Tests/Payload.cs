using System.Text.Json;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>Looks into the JSON of an event.</summary>
internal static class Payload
{
    public static JsonElement Json(this SseFrame frame)
    {
        using var document = JsonDocument.Parse(frame.Data!);
        return document.RootElement.Clone();
    }

    /// <summary>The number at a path of names.</summary>
    public static double Number(this JsonElement json, params IEnumerable<string> path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name)).GetDouble();
}
