using System.ComponentModel;

namespace SseGen.Framing;

/// <summary>
/// Turns one item of a stream into one event: fields, data and the closing blank line. Generated once per endpoint, stateless, and
/// shared by all its streams.
/// </summary>
/// <typeparam name="T">What the handler yields: a payload, or a <see cref="System.Net.ServerSentEvents.SseItem{T}"/> of one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventFormatter<T>
{
    /// <summary>Writes <paramref name="item"/> as one whole event. The caller completes the writer.</summary>
    /// <exception cref="InvalidOperationException">An id or event type holds a line break or NUL, or a reserved name.</exception>
    public abstract void Write(ref Utf8EventWriter writer, in T item);
}
