namespace SseGen.Generator.Model;

/// <summary>The types that the runtime writes by itself, by what their writing needs.</summary>
internal enum ScalarKind
{
    Boolean,
    Char,
    String,

    /// <summary>An integer that <c>int</c> holds: <c>byte</c>, <c>sbyte</c>, <c>short</c>, <c>ushort</c>, <c>int</c>.</summary>
    Integer,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Decimal,
    Floating,

    DateTime,
    Date,
    Time,
    TimeSpan,
    Guid,
    Uri,
    Version,

    /// <summary><c>byte[]</c>.</summary>
    Bytes,

    /// <summary><c>Memory&lt;byte&gt;</c> and <c>ReadOnlyMemory&lt;byte&gt;</c>.</summary>
    ByteMemory,

    /// <summary><c>JsonElement</c>.</summary>
    JsonElement,

    /// <summary><c>JsonDocument</c>.</summary>
    JsonDocument,

    /// <summary><c>JsonNode</c> and what derives from it.</summary>
    JsonNode,
}

internal static class ScalarKinds
{
    /// <summary>Whether <c>[JsonNumberHandling]</c> applies.</summary>
    public static bool IsNumber(this ScalarKind kind) => kind is >= ScalarKind.Integer and <= ScalarKind.Floating;

    /// <summary>Whether it can be the key of a dictionary, and the value of <c>[EventId]</c>.</summary>
    public static bool IsKey(this ScalarKind kind) => kind < ScalarKind.Bytes;
}
