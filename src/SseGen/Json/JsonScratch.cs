using System.Buffers;
using System.Text.Json;

namespace SseGen.Json;

/// <summary>
/// A <see cref="Utf8JsonWriter"/> and the memory it writes to, one for each thread. What throws half-way simply never returns it.
/// </summary>
internal sealed class JsonScratch
{
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static JsonScratch? t_cached;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly JsonSerializerOptions _options;
    private int _depth;

    private JsonScratch(JsonSerializerOptions options)
    {
        _options = options;
        Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions
        {
            Encoder = options.Encoder,
            Indented = options.WriteIndented,
            IndentCharacter = options.IndentCharacter,
            IndentSize = options.IndentSize,
            MaxDepth = options.MaxDepth == 0 ? Framing.Utf8EventWriter.MaxDepth : options.MaxDepth,
            NewLine = options.NewLine,
            SkipValidation = true,
        });
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>The JSON of the value, and of nothing around it.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan[_depth..];

    /// <summary>Takes the thread's writer if it is free (a converter may write another value inside of its own) and of the same options.</summary>
    /// <param name="options">What the value is written with.</param>
    /// <param name="depth">How many objects and arrays are around the value: it is not nested less deep for being written elsewhere.</param>
    public static JsonScratch Rent(JsonSerializerOptions options, int depth)
    {
        var cached = t_cached;
        t_cached = null;
        var scratch = cached is not null && ReferenceEquals(cached._options, options) ? cached : new JsonScratch(options);
        scratch._depth = depth;
        for (var i = 0; i < depth; i++)
        {
            scratch.Writer.WriteStartArray(); // one byte each, and no line break: generated code writes under default options only
        }

        return scratch;
    }

    public void Return()
    {
        if (_buffer.Capacity <= LargestKept)
        {
            _buffer.ResetWrittenCount();
            Writer.Reset();
            t_cached = this;
        }
    }
}
