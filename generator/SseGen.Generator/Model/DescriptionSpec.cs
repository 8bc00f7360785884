namespace SseGen.Generator.Model;

/// <summary>
/// The types that an API description speaks of: payloads, and what is made from the text of a request. For projects that describe their
/// API, and for those whose endpoints another one maps.
/// </summary>
internal sealed record DescriptionSpec
{
    /// <summary>The types as values: each once, with those inside of it behind it.</summary>
    public required EquatableArray<ValueSpec> Values { get; init; }

    /// <summary>What an object is made of, of payloads and of the derived types that they list.</summary>
    public required EquatableArray<MembersSpec> Objects { get; init; }

    /// <summary>Contexts with metadata for what generated code cannot describe.</summary>
    public required EquatableArray<TypeRef> Contexts { get; init; }
}
