using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis;

internal static partial class Rules
{
    /// <summary>What a stream yields.</summary>
    private const string Payload = "SseGen.Payload";

    public static readonly DiagnosticDescriptor NeedsMetadata = Create(
        "SSE201",
        "Payload cannot be written at compile time",
        "'{0}' cannot be written at compile time: {1}; add [JsonSerializable(typeof({2}))] to a JsonSerializerContext of this project, or give the member a type that can be written",
        Payload);

    public static readonly DiagnosticDescriptor UnsupportedPayload = Create(
        "SSE202",
        "Type has no JSON",
        "'{0}' is of type '{1}', which System.Text.Json cannot write: {2}; leave it out with [JsonIgnore], or give it a converter",
        Payload);

    public static readonly DiagnosticDescriptor InaccessiblePayload = Create(
        "SSE203",
        "Generated code cannot reach the payload",
        "'{0}' uses '{1}', which is {2}, and generated code cannot reach it; make it at least internal, and no error to use",
        Payload);

    public static readonly DiagnosticDescriptor JsonNameConflict = Create(
        "SSE204",
        "Two members have one JSON name",
        "'{0}' and '{1}' are both written as \"{2}\"; rename one with [JsonPropertyName], or leave it out with [JsonIgnore]",
        Payload);

    public static readonly DiagnosticDescriptor DuplicateEventType = Create(
        "SSE205",
        "Two cases have one event type",
        "'{0}' and '{1}' have the same event type \"{2}\", and a client cannot tell them apart",
        Payload);

    public static readonly DiagnosticDescriptor InvalidEventType = Create(
        "SSE206",
        "Event type is reserved or unsafe",
        "The event type of '{0}' is not valid: {1}",
        Payload);

    public static readonly DiagnosticDescriptor InvalidEventField = Create(
        "SSE207",
        "Member cannot be an event's field",
        "'{0}' cannot be the {1} of an event: {2}",
        Payload);

    public static readonly DiagnosticDescriptor UnwritableTopicItem = Create(
        "SSE208",
        "Topic's items cannot be written at compile time",
        "'{0}' cannot be published to a topic, and the start of the host will fail: {1}",
        Payload);

    public static readonly DiagnosticDescriptor RefusedPayload = Create(
        "SSE209",
        "System.Text.Json refuses the payload",
        "System.Text.Json throws when it writes '{0}': {1}",
        Payload);

    /// <summary>What is wrong with a payload.</summary>
    private static ImmutableArray<DiagnosticDescriptor> OfPayloads =>
    [
        NeedsMetadata,
        UnsupportedPayload,
        InaccessiblePayload,
        JsonNameConflict,
        DuplicateEventType,
        InvalidEventType,
        InvalidEventField,
        UnwritableTopicItem,
        RefusedPayload,
    ];
}
