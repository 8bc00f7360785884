namespace SseGen.Generator.Model;

/// <summary>All that the events of one endpoint need: how the payload is written, its event fields, and every type reachable from it.</summary>
internal sealed record PayloadGraph
{
    /// <summary>What the handler yields: the payload, or an <c>SseItem</c> of it.</summary>
    public required TypeRef Element { get; init; }

    /// <summary><see cref="Element"/> is <c>SseItem&lt;Payload&gt;</c>.</summary>
    public required bool IsSseItem { get; init; }

    /// <summary>How the payload is written. A <c>string</c> is sent as text.</summary>
    public required ValueSpec Payload { get; init; }

    /// <summary>The event fields of the payload's declared type.</summary>
    public required EventFieldsSpec Fields { get; init; }

    /// <summary>The cases of a polymorphic payload that have event fields, or an event of their own; the most derived first.</summary>
    public required EquatableArray<EventCaseSpec> Cases { get; init; }

    /// <summary>Whether an event may be of none of the <see cref="Cases"/>.</summary>
    public required bool HasOtherEvents { get; init; }

    /// <summary>Every type with a generated writer, in ordinal order of their names.</summary>
    public required EquatableArray<PayloadSpec> Reachable { get; init; }

    /// <summary>The <c>JsonSerializerContext</c>s of the project that serve a <see cref="MetadataSpec"/>.</summary>
    public required EquatableArray<TypeRef> Contexts { get; init; }

    /// <summary>The types of reference assemblies, and their bases: at run time they may turn out to have more members.</summary>
    public required EquatableArray<UncertainTypeSpec> Uncertain { get; init; }

    /// <summary>Whether anything in the graph needs the app's options: a converter, or a <see cref="MetadataSpec"/>.</summary>
    public required bool NeedsOptions { get; init; }

    public bool IsText => Payload is ScalarSpec { Kind: ScalarKind.String };
}

/// <summary>A type that was read from a reference assembly, which has no private members.</summary>
internal sealed record UncertainTypeSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>The reference assembly has the internal members.</summary>
    public required bool ShowsInternals { get; init; }
}

/// <summary>A case of a polymorphic payload.</summary>
internal sealed record EventCaseSpec
{
    public required TypeRef Type { get; init; }

    public required EventFieldsSpec Fields { get; init; }

    /// <summary>
    /// How the case is written when it is an event of its own, told from others by its event type; <see langword="null"/> when it is written
    /// as its base type is, discriminator and all.
    /// </summary>
    public required ValueSpec? OwnPayload { get; init; }
}
