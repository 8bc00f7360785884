using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace SseGen.Hosting;

/// <summary>Makes a value from the text of a route value, query, header or form field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool ValueParser<T>(string text, [MaybeNullWhen(false)] out T value);
