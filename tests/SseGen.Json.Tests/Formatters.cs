using System.Text;
using System.Text.Json;
using SseGen.Framing;

namespace SseGen.Json.Tests;

/// <summary>The formatters that the generator made for the streams of this assembly.</summary>
internal static class Formatters
{
    /// <summary>The formatter of the stream whose handler is called <paramref name="handler"/>.</summary>
    public static EventFormatter<T> Of<T>(string handler, JsonSerializerOptions? options = null)
    {
        var formatter = typeof(Formatters).Assembly.GetTypes().Single(type => type.Name == "Formatter" && type.DeclaringType!.Name == handler + "Endpoint");
        return (EventFormatter<T>)formatter.GetMethod("Create")!.Invoke(null, [options ?? JsonCase.Options])!;
    }

    /// <summary>What a formatter writes for one item.</summary>
    public static string Write<T>(string handler, T item, JsonSerializerOptions? options = null)
    {
        var buffer = new OneEvent();
        var writer = new Utf8EventWriter(buffer);
        Of<T>(handler, options).Write(ref writer, item);
        var text = Encoding.UTF8.GetString(writer.Written);
        writer.Complete();
        return text;
    }

    /// <summary>Memory for one event at a time, which every event reuses.</summary>
    public sealed class OneEvent : EventBuffer
    {
        private byte[] _memory = new byte[64 * 1024];

        protected override Span<byte> BeginEvent() => _memory;

        protected override Span<byte> GrowEvent(ReadOnlySpan<byte> written, int needed)
        {
            var larger = new byte[written.Length + needed];
            written.CopyTo(larger);
            return _memory = larger;
        }

        protected override void CompleteEvent(int length)
        {
        }
    }
}
