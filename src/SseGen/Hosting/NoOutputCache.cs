using Microsoft.AspNetCore.OutputCaching;

namespace SseGen.Hosting;

/// <summary>
/// A policy that caches all of an application's output, or that of a group, must not hold a stream back, send an old one to the next client,
/// nor let that client wait until the first has had its own.
/// </summary>
internal sealed class NoOutputCache : IOutputCachePolicy
{
    public static readonly NoOutputCache Instance = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = false;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
