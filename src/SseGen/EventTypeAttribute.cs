namespace SseGen;

/// <summary>
/// The event's <c>event:</c> field. On a property: the property's value. On a type: the constant given, for every event of that
/// type, so that the cases of a polymorphic payload have each their own event name.
/// </summary>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false)]
public sealed class EventTypeAttribute : Attribute
{
    /// <summary>On a property: its value is the event type.</summary>
    public EventTypeAttribute()
    {
    }

    /// <summary>On a type: the event type of each of its values.</summary>
    /// <param name="name">The event type; not <c>error</c> or <c>open</c>, without line break or NUL.</param>
    public EventTypeAttribute(string name) => Name = name;

    /// <summary>The constant event type; <see langword="null"/> on a property.</summary>
    public string? Name { get; }
}
