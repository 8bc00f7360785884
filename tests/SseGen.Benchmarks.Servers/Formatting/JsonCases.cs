using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Formatting;

/// <summary>System.Text.Json's generated code (its fast path where the type has one), one writer for all events.</summary>
internal sealed class SourceGeneratedCase<T>(T item, byte[] prefix, JsonTypeInfo<T> typeInfo, FixedBuffer buffer, Utf8JsonWriter json) : FormatCase
{
    private readonly Action<Utf8JsonWriter, T> _serialize = (writer, value) => JsonSerializer.Serialize(writer, value, typeInfo);

    public override void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            buffer.Clear();
            HandWritten.WriteEvent(buffer, json, prefix, item, _serialize);
        }
    }

    public override byte[] OneEvent()
    {
        Run(1);
        return buffer.Written.ToArray();
    }
}

/// <summary><see cref="Utf8JsonWriter"/> called by hand.</summary>
internal sealed class HandWrittenCase<T>(T item, byte[] prefix, Action<Utf8JsonWriter, T> write, FixedBuffer buffer, Utf8JsonWriter json) : FormatCase
{
    public override void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            buffer.Clear();
            HandWritten.WriteEvent(buffer, json, prefix, item, write);
        }
    }

    public override byte[] OneEvent()
    {
        Run(1);
        return buffer.Written.ToArray();
    }
}

/// <summary>
/// What <c>TypedResults.ServerSentEvents</c> does for an event, through the same public <see cref="SseFormatter"/>: JSON as a string, its
/// bytes as an array, both copied into a buffer and from there into the body.
/// </summary>
internal sealed class InBoxCase<T>(T item, string eventType, JsonTypeInfo<T> typeInfo, FixedBuffer buffer) : FormatCase
{
    public override void Run(int count) => Format(Stream.Null, count);

    public override byte[] OneEvent()
    {
        using var body = new MemoryStream();
        Format(body, 1);
        return body.ToArray();
    }

    private void Format(Stream body, int count)
    {
        var written = SseFormatter.WriteAsync(
            Items(count),
            body,
            (sseItem, writer) =>
            {
                var json = JsonSerializer.Serialize(sseItem.Data, typeInfo);
                var bytes = Encoding.UTF8.GetBytes(json);
                bytes.CopyTo(writer.GetSpan(bytes.Length));
                writer.Advance(bytes.Length);
            });
        // Nothing in it waits: the source has every event ready, and the body is memory.
        written.GetAwaiter().GetResult();
        buffer.Clear();
    }

    private async IAsyncEnumerable<SseItem<T>> Items(int count)
    {
        await foreach (var next in TickSource.Burst(item, count))
        {
            yield return new SseItem<T>(next, eventType);
        }
    }
}
