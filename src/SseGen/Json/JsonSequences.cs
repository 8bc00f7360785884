using System.Collections.Immutable;
using System.ComponentModel;

namespace SseGen.Json;

/// <summary>Sequences as generated code reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonSequences
{
    /// <summary>The elements of an array that was initialized.</summary>
    /// <exception cref="InvalidOperationException">It was not, which System.Text.Json refuses with this exception, too.</exception>
    public static ReadOnlySpan<T> AsSpan<T>(ImmutableArray<T> items) => items.IsDefault
        ? throw new InvalidOperationException("An ImmutableArray<T> that was not initialized cannot be written as JSON.")
        : items.AsSpan();
}
