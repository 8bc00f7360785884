namespace SseGen.Streaming;

/// <summary>
/// How long the streams may keep a stopping host. Drain time and the patience with a handler that ignores its token together always
/// end within the host's own shutdown timeout: what goes on until then is not ended but cut off.
/// </summary>
internal readonly record struct ShutdownPlan(TimeSpan DrainTimeout, TimeSpan AbandonTimeout)
{
    public static ShutdownPlan Create(EventStreamOptions options, TimeSpan hostTimeout)
    {
        // A tenth, and no more than a second, is left for the goodbye itself and for whatever else the host has to stop.
        var reserve = Min(hostTimeout / 10, TimeSpan.FromSeconds(1));
        var available = hostTimeout - reserve;
        var abandon = Min(options.AbandonTimeout, available / 2);
        return new ShutdownPlan(Min(options.DrainTimeout, available - abandon), abandon);
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
