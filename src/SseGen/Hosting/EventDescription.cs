namespace SseGen.Hosting;

/// <summary>An event that an endpoint sends, as metadata of the endpoint: one for each event type, in the order in which they are told apart.</summary>
/// <param name="payloadType">What is in the event's data: the text itself of a string, else JSON.</param>
public sealed class EventDescription(Type payloadType)
{
    /// <summary>What is in the event's data: the text itself of a <see cref="string"/>, else JSON.</summary>
    public Type PayloadType { get; } = payloadType;

    /// <summary>The <c>event:</c> field, where that is a constant; <see langword="null"/> without the field: a browser then raises <c>message</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>The <c>event:</c> field is decided with each event, by the payload or by the handler.</summary>
    public bool IsTypeOpen { get; init; }

    /// <summary>The event may have an <c>id:</c> field.</summary>
    public bool HasId { get; init; }
}
