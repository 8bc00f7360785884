namespace SseGen.Generator.Parsing;

/// <summary>Which names an event may have on the wire.</summary>
internal static class EventTypeNames
{
    /// <summary>Why <paramref name="name"/> cannot be a constant event type; <see langword="null"/> when it can.</summary>
    public static string? Fault(string? name) => name switch
    {
        null or "" => "it is empty",
        "error" or "open" => $"a browser's EventSource raises an event \"{name}\" by itself",
        _ when name.IndexOfAny(['\r', '\n']) >= 0 => "it contains a line break",
        _ when name.IndexOf('\0') >= 0 => "it contains NUL",
        _ => null,
    };
}
