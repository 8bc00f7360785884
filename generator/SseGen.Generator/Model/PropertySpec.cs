namespace SseGen.Generator.Model;

/// <summary>One property of a JSON object.</summary>
internal sealed record PropertySpec
{
    /// <summary>The name in the JSON, not escaped.</summary>
    public required string JsonName { get; init; }

    public required MemberAccess Access { get; init; }

    public required ValueSpec Value { get; init; }

    public required WriteCondition Condition { get; init; }

    /// <summary>Descriptions say that it must be there: it is <c>required</c>, or has <c>[JsonRequired]</c>.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Descriptions say that it may be null.</summary>
    public required bool IsNullable { get; init; }
}

/// <summary>How generated code reads a member.</summary>
internal sealed record MemberAccess
{
    /// <summary>The member's C# name; that of an explicit implementation begins with the interface's.</summary>
    public required string Name { get; init; }

    public required MemberAccessKind Kind { get; init; }

    /// <summary>The member is a field.</summary>
    public required bool IsField { get; init; }

    /// <summary>The type that declares it.</summary>
    public required TypeRef DeclaringType { get; init; }

    public required TypeRef Type { get; init; }

    /// <summary>For a private member of a generic type; <see langword="null"/> for any other.</summary>
    public required GenericAccessSpec? Generic { get; init; }
}

/// <summary>A generic type as it is declared: <c>[UnsafeAccessor]</c> finds a member of it from within a class with the same type parameters.</summary>
internal sealed record GenericAccessSpec
{
    /// <summary><c>T, TOther</c>.</summary>
    public required string Parameters { get; init; }

    /// <summary>What stands for the parameters where the member is read.</summary>
    public required string Arguments { get; init; }

    /// <summary>The constraints of the parameters, which must be the same.</summary>
    public required string Constraints { get; init; }

    public required TypeRef DeclaringType { get; init; }

    /// <summary>The member's type.</summary>
    public required TypeRef Type { get; init; }
}

internal enum MemberAccessKind
{
    /// <summary><c>value.Name</c>.</summary>
    Direct,

    /// <summary><c>((Declaring)value).Name</c>: hidden by another member, or inherited by an interface.</summary>
    Cast,

    /// <summary>A property that generated code cannot name, private or refused as obsolete: through <c>[UnsafeAccessor]</c>.</summary>
    PrivateProperty,

    /// <summary>Such a field: through <c>[UnsafeAccessor]</c>.</summary>
    PrivateField,
}

/// <summary>When a property is written.</summary>
internal enum WriteCondition
{
    Always,
    NotNull,

    /// <summary>Not the default of a type that has <c>!=</c>.</summary>
    NotDefault,

    /// <summary>Not the default of any other value type.</summary>
    NotDefaultByComparer,
}
