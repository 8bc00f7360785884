namespace SseGen.Generator.Model;

/// <summary>A type that gets a generated writer of its JSON. A function of the type and the project alone.</summary>
internal abstract record PayloadSpec
{
    public required TypeRef Type { get; init; }

    /// <summary>Whether the type, or a member that is written, is obsolete.</summary>
    public required bool IsObsolete { get; init; }
}

/// <summary>A class, struct or interface.</summary>
internal sealed record ObjectPayloadSpec : PayloadSpec
{
    /// <summary>What is written of a value that is exactly of this type.</summary>
    public required MembersSpec Members { get; init; }

    /// <summary>What <c>[JsonDerivedType]</c> says; <see langword="null"/> without it.</summary>
    public required PolymorphismSpec? Polymorphism { get; init; }
}

/// <summary>The members of one type, in the order in which they are written.</summary>
internal sealed record MembersSpec
{
    public required TypeRef Type { get; init; }

    public required EquatableArray<PropertySpec> Properties { get; init; }

    /// <summary>The parameters of the constructor that JSON would be read with: descriptions tell by them what must be there.</summary>
    public required EquatableArray<ConstructorParameterSpec> ConstructorParameters { get; init; }

    /// <summary>The dictionary with <c>[JsonExtensionData]</c>, whose entries follow the properties.</summary>
    public required ExtensionDataSpec? ExtensionData { get; init; }

    /// <summary>The type implements <c>IJsonOnSerializing</c>.</summary>
    public required bool HasOnSerializing { get; init; }

    /// <summary>The type implements <c>IJsonOnSerialized</c>.</summary>
    public required bool HasOnSerialized { get; init; }
}

/// <summary>A parameter of the constructor that System.Text.Json would choose.</summary>
internal sealed record ConstructorParameterSpec
{
    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>As C#; <see langword="null"/> without one.</summary>
    public required string? DefaultValue { get; init; }

    public required bool IsNullable { get; init; }
}

/// <summary>The member with <c>[JsonExtensionData]</c>.</summary>
internal sealed record ExtensionDataSpec
{
    public required MemberAccess Access { get; init; }

    /// <summary>How the value of an entry is written.</summary>
    public required ValueSpec Value { get; init; }
}

/// <summary>A user's own collection type, which may contain itself.</summary>
internal sealed record CollectionPayloadSpec : PayloadSpec
{
    /// <summary>A <see cref="ListSpec"/> or <see cref="DictionarySpec"/>; one that is left to metadata has no file.</summary>
    public required ValueSpec Collection { get; init; }
}

/// <summary>An object with a member whose converter is made at run time: the app's metadata writes it as a whole.</summary>
internal sealed record MetadataPayloadSpec : PayloadSpec
{
    public required MetadataSpec Value { get; init; }
}

/// <summary>An enum that is written by name: because a converter says so, or as the key of a dictionary.</summary>
internal sealed record EnumPayloadSpec : PayloadSpec
{
    public required ScalarKind Underlying { get; init; }

    public required bool IsFlags { get; init; }

    /// <summary>One name for each value; for flags, in the order in which a combination is taken apart.</summary>
    public required EquatableArray<EnumNameSpec> Names { get; init; }
}

/// <summary>The name of an enum's value.</summary>
internal sealed record EnumNameSpec
{
    /// <summary>The member's C# name.</summary>
    public required string Member { get; init; }

    /// <summary>The value's bits.</summary>
    public required ulong Bits { get; init; }

    /// <summary>The name in the JSON, not escaped.</summary>
    public required string JsonName { get; init; }
}
