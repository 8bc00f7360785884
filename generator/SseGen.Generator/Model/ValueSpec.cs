namespace SseGen.Generator.Model;

/// <summary>
/// How a value of one type is written as JSON, at the place where it stands. A tree, never a graph: a type with members of its own is a
/// <see cref="PayloadReferenceSpec"/>, so that recursion needs no cycle.
/// </summary>
internal abstract record ValueSpec
{
    public required TypeRef Type { get; init; }
}

/// <summary>A value that the runtime writes by itself.</summary>
internal sealed record ScalarSpec : ValueSpec
{
    public required ScalarKind Kind { get; init; }

    public required NumberFormat Format { get; init; }
}

/// <summary>An enum that is written as its number.</summary>
internal sealed record EnumNumberSpec : ValueSpec
{
    /// <summary>The underlying type.</summary>
    public required ScalarKind Underlying { get; init; }
}

/// <summary>A type that has a generated writer of its own: an object, or an enum that is written by name.</summary>
internal sealed record PayloadReferenceSpec : ValueSpec
{
    /// <summary>Whether the value is passed by <c>in</c>.</summary>
    public required bool ByReference { get; init; }
}

/// <summary><c>T?</c> of a value type.</summary>
internal sealed record NullableSpec : ValueSpec
{
    public required ValueSpec Value { get; init; }
}

/// <summary>A JSON array.</summary>
internal sealed record ListSpec : ValueSpec
{
    public required SequenceKind Kind { get; init; }

    public required ValueSpec Element { get; init; }

    /// <summary>System.Text.Json writes its elements without a look at the depth.</summary>
    public required bool IsDepthUnchecked { get; init; }
}

/// <summary>A JSON object with one property for each entry.</summary>
internal sealed record DictionarySpec : ValueSpec
{
    public required SequenceKind Kind { get; init; }

    /// <summary>A scalar, or an enum, which is written by name whatever its converter says.</summary>
    public required ValueSpec Key { get; init; }

    public required ValueSpec Value { get; init; }

    /// <summary>System.Text.Json writes its values without a look at the depth.</summary>
    public required bool IsDepthUnchecked { get; init; }

    /// <summary>It is an <c>IReadOnlyDictionary</c>, and no <c>IDictionary</c>.</summary>
    public required bool IsReadOnly { get; init; }
}

/// <summary>A value with a <c>JsonConverter&lt;T&gt;</c> that generated code makes and calls.</summary>
internal sealed record ConvertedSpec : ValueSpec
{
    public required TypeRef Converter { get; init; }

    /// <summary>What the converter converts; the value itself may be a <see cref="Nullable{T}"/> of it, or derived from it.</summary>
    public required TypeRef Converted { get; init; }
}

/// <summary>A value that is written through the app's <c>JsonTypeInfo</c>.</summary>
internal sealed record MetadataSpec : ValueSpec
{
    /// <summary>How the numbers in it are written; <see langword="null"/> where its own metadata decides.</summary>
    public required NumberFormat? Format { get; init; }

    /// <summary>It is declared as <c>dynamic</c>, and a call with it would be bound at run time.</summary>
    public required bool IsDynamic { get; init; }
}

/// <summary>Which memory or enumerator a sequence is read from.</summary>
internal enum SequenceKind
{
    Array,
    List,
    ImmutableArray,
    Memory,

    /// <summary>An interface behind which there is an array or a <c>List&lt;T&gt;</c> most of the time.</summary>
    InterfaceOfLists,

    /// <summary>A framework type whose own enumerator is a struct, or an interface.</summary>
    OwnEnumerator,

    /// <summary>A user's type: what counts is its <c>IEnumerable&lt;T&gt;</c>, which may be implemented explicitly.</summary>
    Interface,
}

/// <summary>What <c>[JsonNumberHandling]</c> says about writing.</summary>
internal enum NumberFormat
{
    Number,
    String,
    NamedLiteral,
}
