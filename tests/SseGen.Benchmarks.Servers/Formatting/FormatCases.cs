using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SseGen.Benchmarks.Payloads;
using SseGen.Framing;

namespace SseGen.Benchmarks.Formatting;

/// <summary>Every payload in every way.</summary>
public static class FormatCases
{
    private const int LargestEvent = 64 * 1024;

    private static readonly FixedBuffer s_buffer = new(LargestEvent);

    private static readonly Utf8JsonWriter s_json = new(s_buffer, HandWritten.WriterOptions);

    /// <summary>The options as ASP.NET Core has them for its in-box result.</summary>
    private static readonly BenchmarkJsonContext s_web = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static IReadOnlyList<FormatCase> All { get; } =
    [
        .. Of("tick", Samples.Tick, GeneratedFormatters.Tick, HandWritten.Write),
        .. Of("chat", Samples.Chat, GeneratedFormatters.Chat, HandWritten.Write),
        .. Of("order", Samples.Order, GeneratedFormatters.Order, HandWritten.Write),
        .. Of("job", Samples.Job, GeneratedFormatters.Job, HandWritten.Write),
        .. Of("tree", Samples.Tree, GeneratedFormatters.Tree, HandWritten.Write),
        .. Of("profile", Samples.Profile, GeneratedFormatters.Profile, HandWritten.Write),
    ];

    private static IEnumerable<FormatCase> Of<T>(
        string payload, T item, Func<JsonSerializerOptions, EventFormatter<T>> generated, Action<Utf8JsonWriter, T> write)
    {
        var prefix = Encoding.UTF8.GetBytes($"event: {payload}\ndata: ");
        var fastPath = (JsonTypeInfo<T>)BenchmarkJsonContext.Default.GetTypeInfo(typeof(T))!;
        var web = (JsonTypeInfo<T>)s_web.GetTypeInfo(typeof(T))!;
        yield return new GeneratedCase<T>(item, generated(s_web.Options), s_buffer) { Payload = payload, Subject = "ssegen" };
        yield return new SourceGeneratedCase<T>(item, prefix, fastPath, s_buffer, s_json) { Payload = payload, Subject = "stj" };
        yield return new HandWrittenCase<T>(item, prefix, write, s_buffer, s_json) { Payload = payload, Subject = "jsonwriter" };
        yield return new InBoxCase<T>(item, payload, web, s_buffer) { Payload = payload, Subject = "inbox" };
    }
}
