using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>Answers a request that gets no stream.</summary>
internal static class RefusalAnswer
{
    public static Task WriteAsync(Refusal refusal, HttpContext httpContext, StreamSettings settings)
    {
        var response = httpContext.Response;
        if (refusal == Refusal.AlreadyComplete)
        {
            // What the standard has for it: "no content" makes an EventSource stop by itself.
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        // Any status but 200 stops an EventSource for good (WHATWG HTML, section 9.2.5), and what is refused now is welcome later.
        if (settings.OverloadResponse == OverloadResponse.Reconnect && AcceptsEventStream(httpContext.Request))
        {
            return SendAwayAsync(response, settings.Frames);
        }

        var seconds = (long)Math.Ceiling(settings.Frames.NextReconnect().TotalSeconds);
        response.StatusCode = refusal == Refusal.TooManyConnectionsOfUser
            ? StatusCodes.Status429TooManyRequests
            : StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private static async Task SendAwayAsync(HttpResponse response, ServiceFrames frames)
    {
        response.StatusCode = StatusCodes.Status200OK;
        EventStreamResponse.SetHeaders(response);
        await response.StartAsync();
        using var buffer = new PipeEventBuffer(response.BodyWriter);
        frames.WriteReconnect(buffer);
        await buffer.FlushAsync(CancellationToken.None);
    }

    private static bool AcceptsEventStream(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return false;
        }

        foreach (var type in accepted)
        {
            if (type.MediaType.Equals(EventStreamResponse.MediaType, StringComparison.OrdinalIgnoreCase) && type.Quality is not 0)
            {
                return true;
            }
        }

        return false;
    }
}
