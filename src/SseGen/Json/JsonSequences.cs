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

    /// <summary>The elements of a sequence, without an enumerator on the heap where it is an array or a <see cref="List{T}"/>.</summary>
    public static JsonSequence<T> Enumerate<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new JsonSequence<T>(items);
    }
}
