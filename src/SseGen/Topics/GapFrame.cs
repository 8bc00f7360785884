using System.Globalization;
using System.Text;

namespace SseGen.Topics;

/// <summary>The event that tells a client of a gap.</summary>
internal static class GapFrame
{
    public static byte[] Create(EventGap gap)
    {
        var id = gap.Place is { } place ? $"id: {place}\n" : string.Empty;
        var missed = gap.Missed?.ToString(CultureInfo.InvariantCulture) ?? "null";
        return Encoding.UTF8.GetBytes($"{id}event: gap\ndata: {{\"missed\":{missed}}}\n\n");
    }
}
