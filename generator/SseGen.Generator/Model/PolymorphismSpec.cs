namespace SseGen.Generator.Model;

/// <summary>What <c>[JsonDerivedType]</c> and <c>[JsonPolymorphic]</c> say about a type.</summary>
internal sealed record PolymorphismSpec
{
    /// <summary>The name of the discriminator's property, not escaped.</summary>
    public required string DiscriminatorName { get; init; }

    /// <summary>The types listed, the most derived first; the type itself may be among them.</summary>
    public required EquatableArray<DerivedTypeSpec> DerivedTypes { get; init; }

    public required UnknownDerivedTypeRule UnknownRule { get; init; }
}

/// <summary>One <c>[JsonDerivedType]</c>.</summary>
internal sealed record DerivedTypeSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>The discriminator as text; <see langword="null"/> when the type has none.</summary>
    public required string? Discriminator { get; init; }

    /// <summary>The discriminator is an <c>int</c>.</summary>
    public required bool IsNumber { get; init; }

    public required MembersSpec Members { get; init; }
}

/// <summary>What becomes of a value whose type is not listed.</summary>
internal enum UnknownDerivedTypeRule
{
    Throw,
    WriteAsBase,
    WriteAsNearestAncestor,
}
