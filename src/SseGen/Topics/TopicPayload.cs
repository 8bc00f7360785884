using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SseGen.Framing;

namespace SseGen.Topics;

/// <summary>
/// How the items of a topic become bytes, once for all subscribers. Generated for each type that a project uses as the item of an
/// <see cref="EventTopic{T}"/>, and registered with <see cref="TopicPayloads"/> when its assembly is loaded; stateless.
/// </summary>
/// <typeparam name="T">What is published.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TopicPayload<T>
{
    private readonly JsonSerializerOptions _jsonSerializerOptions;

    /// <summary>Called by generated code.</summary>
    /// <param name="jsonSerializerOptions">The application's options, for reading items that another process has published.</param>
    protected TopicPayload(JsonSerializerOptions jsonSerializerOptions)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializerOptions);
        _jsonSerializerOptions = jsonSerializerOptions;
    }

    /// <summary>Whether <typeparamref name="T"/> has a <c>[CoalesceKey]</c>.</summary>
    public virtual bool IsCoalesced => false;

    /// <summary>
    /// Writes the item's fields: the <c>event:</c> of its own, if it has one, then <c>data:</c>. No <c>id:</c>, which is the topic's, and
    /// no blank line. The caller completes the writer.
    /// </summary>
    public abstract void Write(ref Utf8EventWriter writer, T item);

    /// <summary>The value of <c>[CoalesceKey]</c> as text; <see langword="null"/>: no other event replaces this one.</summary>
    public virtual string? CoalesceKey(T item) => null;

    /// <summary>Reads an item back from the fields that <see cref="Write"/> has written, perhaps in another process.</summary>
    internal T Read(ReadOnlySpan<byte> body)
    {
        var data = Data(body);
        return typeof(T) == typeof(string)
            ? (T)(object)Encoding.UTF8.GetString(data)
            : JsonSerializer.Deserialize(data, TypeInfo())!;
    }

    /// <summary>The lines of data, put together as a client does (WHATWG HTML, section 9.2.6).</summary>
    private static ReadOnlySpan<byte> Data(ReadOnlySpan<byte> body)
    {
        var data = new ArrayBufferWriter<byte>(Math.Max(body.Length, 1));
        var isFirst = true;
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range];
            if (line.StartsWith("data: "u8))
            {
                if (!isFirst)
                {
                    data.Write("\n"u8);
                }

                isFirst = false;
                data.Write(line["data: "u8.Length..]);
            }
        }

        return data.WrittenSpan;
    }

    private JsonTypeInfo<T> TypeInfo() =>
        _jsonSerializerOptions.TryGetTypeInfo(typeof(T), out var info) && info is JsonTypeInfo<T> typed
            ? typed
            : throw new NotSupportedException(
                $"An item of type {typeof(T)} that another process has published cannot be read here: the application's JSON options " +
                $"do not know the type. Add a JsonSerializerContext with [JsonSerializable(typeof({typeof(T).Name}))] in " +
                "ConfigureHttpJsonOptions, or return the subscription itself from the handler, which sends the bytes as they are.");
}
