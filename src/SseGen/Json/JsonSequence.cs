using System.ComponentModel;
using System.Runtime.InteropServices;

namespace SseGen.Json;

/// <summary>What <c>foreach</c> in generated code goes through for a sequence of which no more than the interface is known.</summary>
/// <typeparam name="T">What the sequence holds.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonSequence<T>
{
    private readonly ReadOnlySpan<T> _items;
    private readonly IEnumerator<T>? _others;
    private int _index = -1;

    internal JsonSequence(IEnumerable<T> items)
    {
        if (items is T[] array)
        {
            _items = array;
        }
        else if (items.GetType() == typeof(List<T>))
        {
            // Exactly: a class derived from it may enumerate something else.
            _items = CollectionsMarshal.AsSpan((List<T>)items);
        }
        else
        {
            _others = items.GetEnumerator();
        }
    }

    /// <summary>The current element.</summary>
    public readonly T Current => _others is null ? _items[_index] : _others.Current;

    /// <summary>Gives the sequence itself, which is its own enumerator.</summary>
    public readonly JsonSequence<T> GetEnumerator() => this;

    /// <summary>Goes on to the next element, if there is one.</summary>
    public bool MoveNext() => _others is null ? ++_index < _items.Length : _others.MoveNext();

    /// <summary>Disposes the sequence's own enumerator, if it has been used.</summary>
    public readonly void Dispose() => _others?.Dispose();
}
