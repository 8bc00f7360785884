using System.IO.Pipelines;
using System.Text.Json;
using SseGen.Benchmarks.Formatting;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Kinds;

/// <summary>What a careful user writes: one <see cref="Utf8JsonWriter"/> for the stream, straight into the body's <see cref="PipeWriter"/>.</summary>
internal sealed class JsonWriterLoop : ServerKind
{
    public override string Name => "jsonwriter";

    public override void Map(WebApplication app)
    {
        app.MapGet("/burst/tick", (HttpContext context, int count) => BurstAsync(context, Samples.Tick, "tick", HandWritten.Write, count));
        app.MapGet("/burst/order", (HttpContext context, int count) => BurstAsync(context, Samples.Order, "order", HandWritten.Write, count));
    }

    private static async Task BurstAsync<T>(HttpContext context, T item, string eventType, Action<Utf8JsonWriter, T> write, int count)
    {
        EventStreamResponse.Begin(context);
        var body = context.Response.BodyWriter;
        var prefix = System.Text.Encoding.UTF8.GetBytes($"event: {eventType}\ndata: ");
        await using var json = new Utf8JsonWriter(body, HandWritten.WriterOptions);
        await foreach (var next in TickSource.Burst(item, count))
        {
            HandWritten.WriteEvent(body, json, prefix, next, write);
            if (body.UnflushedBytes >= EventStreamResponse.FlushThreshold)
            {
                await body.FlushAsync(context.RequestAborted);
            }
        }
    }
}
