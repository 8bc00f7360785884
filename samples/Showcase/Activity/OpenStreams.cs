using System.Diagnostics;
using System.Globalization;

namespace Showcase.Activity;

/// <summary>Counts the streams that are being sent, and tells the feed of each that opens or ends.</summary>
internal sealed class OpenStreams(ActivityFeed feed) : IMiddleware
{
    private int _count;

    /// <summary>The number of streams being sent.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <inheritdoc/>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (!path.StartsWithSegments("/streams", StringComparison.Ordinal) && !path.StartsWithSegments("/jobs", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var started = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref _count);
        feed.Add("stream-opened", path.Value!, Describe(context.Request));
        try
        {
            await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            feed.Add("stream-closed", path.Value!, string.Create(CultureInfo.InvariantCulture, $"after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        }
    }

    private static string Describe(HttpRequest request) =>
        request.Headers["Last-Event-ID"] is [{ } id] ? $"{request.Protocol}, resumes after {id}" : request.Protocol;
}
