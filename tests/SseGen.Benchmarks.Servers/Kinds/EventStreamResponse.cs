using Microsoft.AspNetCore.Http.Features;

namespace SseGen.Benchmarks.Kinds;

/// <summary>What the hand-written loops have in common: headers, and when to flush.</summary>
internal static class EventStreamResponse
{
    /// <summary>As much as SseGen gathers by default before it flushes a source that always has more.</summary>
    public const int FlushThreshold = 32 * 1024;

    public static void Begin(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>Sends the headers, and keeps the response open until the client has gone.</summary>
    public static async Task HoldAsync(HttpContext context, ReadOnlyMemory<byte> first)
    {
        Begin(context);
        await context.Response.BodyWriter.WriteAsync(first, context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
