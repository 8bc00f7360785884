using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SseGen.Framing;

namespace SseGen.Topics;

/// <summary>How the items of a topic become bytes, once for all subscribers, and items again where somebody asks for them.</summary>
/// <param name="formatter">Writes an item as an event without <c>id:</c>, which is the topic's.</param>
/// <param name="coalesceKey">Reads the <c>[CoalesceKey]</c> as text; <see langword="null"/> where the type has none.</param>
/// <param name="options">The application's options, for reading items that another process has published.</param>
internal sealed class TopicPayload<T>(EventFormatter<T> formatter, Func<T, string?>? coalesceKey, JsonSerializerOptions options)
{
    public bool IsCoalesced => coalesceKey is not null;

    public string? CoalesceKey(T item) => coalesceKey?.Invoke(item);

    /// <summary>Writes the item's fields: the <c>event:</c> of its own, if it has one, and <c>data:</c>; without the blank line.</summary>
    /// <returns>The bytes, in <paramref name="buffer"/>.</returns>
    public ReadOnlySpan<byte> Write(PayloadBuffer buffer, T item)
    {
        var writer = new Utf8EventWriter(buffer);
        formatter.Write(ref writer, item);
        writer.Complete();
        return buffer.Written[..^1];
    }

    /// <summary>Reads an item back from the fields that <see cref="Write"/> has written, perhaps in another process.</summary>
    public T Read(ReadOnlySpan<byte> body)
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
        options.TryGetTypeInfo(typeof(T), out var info) && info is JsonTypeInfo<T> typed
            ? typed
            : throw new NotSupportedException(
                $"An item of type {typeof(T)} that another process has published cannot be read here: the application's JSON options " +
                $"do not know the type. Add a JsonSerializerContext with [JsonSerializable(typeof({typeof(T).Name}))] in " +
                "ConfigureHttpJsonOptions, or return the subscription itself from the handler, which sends the bytes as they are.");
}
