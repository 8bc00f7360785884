using System.Buffers;
using System.Text.Json;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>Whole events as arrays, made once.</summary>
internal static class Frames
{
    public static byte[] Tick { get; } = Of("tick", Samples.Tick);

    public static byte[] Order { get; } = Frame("order", JsonSerializer.SerializeToUtf8Bytes(Samples.Order, BenchmarkJsonContext.Default.Order));

    public static byte[] Of(string eventType, Tick tick) =>
        Frame(eventType, JsonSerializer.SerializeToUtf8Bytes(tick, BenchmarkJsonContext.Default.Tick));

    private static byte[] Frame(string eventType, ReadOnlySpan<byte> json)
    {
        var frame = new ArrayBufferWriter<byte>();
        frame.Write("event: "u8);
        frame.Write(System.Text.Encoding.UTF8.GetBytes(eventType));
        frame.Write("\ndata: "u8);
        frame.Write(json);
        frame.Write("\n\n"u8);
        return frame.WrittenSpan.ToArray();
    }
}
