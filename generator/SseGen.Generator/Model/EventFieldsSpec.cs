namespace SseGen.Generator.Model;

/// <summary>Where the fields of an event come from when its payload is of a certain type.</summary>
internal sealed record EventFieldsSpec
{
    public static readonly EventFieldsSpec None = new() { Id = null, Type = null, ConstantType = null };

    /// <summary>The member with <c>[EventId]</c>.</summary>
    public required EventFieldSpec? Id { get; init; }

    /// <summary>The member with <c>[EventType]</c>.</summary>
    public required EventFieldSpec? Type { get; init; }

    /// <summary>The name that <c>[EventType]</c> on the type gives.</summary>
    public required string? ConstantType { get; init; }
}

/// <summary>A member whose value is a field of the event.</summary>
internal sealed record EventFieldSpec
{
    public required MemberAccess Access { get; init; }

    public required EventFieldKind Kind { get; init; }

    /// <summary>The member may be null, which leaves the field out.</summary>
    public required bool CanBeNull { get; init; }

    /// <summary>The names, of an <see cref="EventFieldKind.EnumName"/>.</summary>
    public required EnumPayloadSpec? Enum { get; init; }
}

/// <summary>How a field's value becomes text.</summary>
internal enum EventFieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>An integer that <c>long</c> holds.</summary>
    Integer,

    /// <summary>Another <c>IUtf8SpanFormattable</c>, in the invariant culture.</summary>
    Formattable,

    /// <summary>A date or time: ISO 8601.</summary>
    RoundTrip,

    /// <summary>An enum: the name that JSON would have for it.</summary>
    EnumName,

    /// <summary>Another object: its <c>ToString()</c>.</summary>
    Object,
}
