namespace SseGen.TestKit;

/// <summary>One thing that an event stream says: an event, a comment, or fields without data.</summary>
public sealed record SseFrame
{
    /// <summary>The <c>id:</c> field of this event; <see langword="null"/> when it has none.</summary>
    public string? Id { get; init; }

    /// <summary>The <c>event:</c> field of this event; <see langword="null"/> when it has none.</summary>
    public string? EventType { get; init; }

    /// <summary>The <c>data:</c> lines, joined by line feeds; <see langword="null"/> when there is none, and the browser raises nothing.</summary>
    public string? Data { get; init; }

    /// <summary>The <c>retry:</c> field.</summary>
    public TimeSpan? Retry { get; init; }

    /// <summary>The text of a comment, which is a frame of its own.</summary>
    public string? Comment { get; init; }

    /// <summary>The type under which a browser raises the event: <c>message</c> without an <c>event:</c> field.</summary>
    public string RaisedAs => EventType is null or "" ? "message" : EventType;
}
