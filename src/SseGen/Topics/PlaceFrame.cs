using System.Text;

namespace SseGen.Topics;

/// <summary>
/// Tells a client where it is without an event: a bare <c>id:</c> sets the last event id, and raises nothing (WHATWG HTML, section 9.2.6,
/// "dispatch the event", steps 1 and 2).
/// </summary>
internal static class PlaceFrame
{
    public static byte[] Create(TopicEventId place) => Encoding.UTF8.GetBytes($"id: {place}\n\n");
}
