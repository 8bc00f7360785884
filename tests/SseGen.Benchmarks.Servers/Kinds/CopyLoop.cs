namespace SseGen.Benchmarks.Kinds;

/// <summary>The floor: a finished event is copied into Kestrel's memory, again and again. It formats nothing and asks no source.</summary>
internal sealed class CopyLoop : ServerKind
{
    public override string Name => "copy";

    public override void Map(WebApplication app)
    {
        app.MapGet("/burst/tick", (HttpContext context, int count) => BurstAsync(context, Frames.Tick, count));
        app.MapGet("/burst/order", (HttpContext context, int count) => BurstAsync(context, Frames.Order, count));
        app.MapGet("/first", (HttpContext context) => EventStreamResponse.HoldAsync(context, Frames.Tick));
        app.MapGet("/idle", (HttpContext context) => EventStreamResponse.HoldAsync(context, ReadOnlyMemory<byte>.Empty));
    }

    private static async Task BurstAsync(HttpContext context, byte[] frame, int count)
    {
        EventStreamResponse.Begin(context);
        var writer = context.Response.BodyWriter;
        var pending = 0;
        for (var i = 0; i < count; i++)
        {
            frame.CopyTo(writer.GetSpan(frame.Length));
            writer.Advance(frame.Length);
            pending += frame.Length;
            if (pending >= EventStreamResponse.FlushThreshold)
            {
                pending = 0;
                await writer.FlushAsync(context.RequestAborted);
            }
        }
    }
}
