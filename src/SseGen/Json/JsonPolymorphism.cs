using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace SseGen.Json;

/// <summary>What goes wrong with polymorphic payloads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonPolymorphism
{
    /// <summary>Refuses a value whose type no <c>[JsonDerivedType]</c> lists.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowUnknownType(Type type, Type baseType) =>
        throw new NotSupportedException($"Runtime type '{type}' is not supported by polymorphic type '{baseType}'.");
}
