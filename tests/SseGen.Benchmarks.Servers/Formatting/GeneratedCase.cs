using SseGen.Framing;

namespace SseGen.Benchmarks.Formatting;

/// <summary>SseGen's generated formatter.</summary>
internal sealed class GeneratedCase<T>(T item, EventFormatter<T> formatter, FixedBuffer buffer) : FormatCase
{
    public override void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var writer = new Utf8EventWriter(buffer);
            formatter.Write(ref writer, in item);
            writer.Complete();
        }
    }

    public override byte[] OneEvent()
    {
        Run(1);
        return buffer.Written.ToArray();
    }
}
