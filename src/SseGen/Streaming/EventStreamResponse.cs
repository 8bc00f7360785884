using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace SseGen.Streaming;

/// <summary>Makes a response one that streams events.</summary>
internal static class EventStreamResponse
{
    public const string MediaType = "text/event-stream";

    /// <summary>
    /// Sets headers, and switches off whatever holds a response back or ends it before its time. The status stays what it is: a handler or
    /// a filter may have set it, and minimal APIs leave it as well.
    /// </summary>
    public static void SetHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentType = MediaType;
        headers.CacheControl = "no-cache,no-store";
        headers["X-Accel-Buffering"] = "no"; // nginx and its kin

        var features = response.HttpContext.Features;
        if (features.Get<IHttpsCompressionFeature>() is not null)
        {
            // The compression middleware is there. What is encoded already it leaves alone, and nothing else makes it.
            headers.ContentEncoding = "identity";
        }

        features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();

        // A stream's life as a request's duration would drown every real duration in the histogram.
        features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true;
    }
}
