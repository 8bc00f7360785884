namespace SseGen;

/// <summary>
/// The property's value is the event's <c>id:</c>, which the client sends back as <c>Last-Event-ID</c> when it reconnects.
/// A <see langword="null"/> value leaves the field out.
/// </summary>
/// <remarks>On the parameter of a positional record it is written <c>[property: EventId]</c>.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class EventIdAttribute : Attribute;
