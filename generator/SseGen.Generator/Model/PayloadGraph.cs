using System.Collections.Immutable;

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

    /// <summary>Every type with a generated file, in ordinal order of their names.</summary>
    public required EquatableArray<PayloadSpec> Reachable { get; init; }

    /// <summary>The <c>JsonSerializerContext</c>s of the project that serve a <see cref="MetadataSpec"/>.</summary>
    public required EquatableArray<TypeRef> Contexts { get; init; }

    /// <summary>Whether anything in the graph needs the app's options: a converter, or a <see cref="MetadataSpec"/>.</summary>
    public required bool NeedsOptions { get; init; }

    /// <summary>The payload types of all endpoints and topics, each once.</summary>
    public static IEnumerable<PayloadFile> Files(
        (ImmutableArray<EndpointSpec> Endpoints, ImmutableArray<TopicItemSpec> Items) all, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return all.Endpoints
            .Select(static endpoint => endpoint.Stream.Graph)
            .Concat(all.Items.Select(static item => item.Graph))
            .SelectMany(static graph => graph.Reachable)
            .GroupBy(static payload => payload.Type.FullName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new PayloadFile(group.First(), HasNamesake: !names.Add(group.Key)));
    }

    public bool IsText => Payload is ScalarSpec { Kind: ScalarKind.String };
}

/// <summary>The file of a payload type.</summary>
/// <param name="Payload">The type.</param>
/// <param name="HasNamesake">An earlier type's name differs from this one's in nothing but case.</param>
internal sealed record PayloadFile(PayloadSpec Payload, bool HasNamesake);

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
