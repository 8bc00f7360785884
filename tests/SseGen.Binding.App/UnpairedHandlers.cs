namespace SseGen.Binding.App;

/// <summary>Signatures that run-time binding cannot serve, so that there is nothing to compare with.</summary>
public static class UnpairedHandlers
{
    [EventStream("/unpaired/IdDefault")]
    public static IAsyncEnumerable<string> IdDefault(Guid v = default) => Shown.Values(v);

    [EventStream("/unpaired/LastEventId")]
    public static IAsyncEnumerable<string> LastEventId([LastEventId] string? a, [LastEventId] long? b, EventStreamContext context) =>
        Shown.Values(a, b, context.LastEventId);

    [EventStream("/unpaired/LastEventIdParsed")]
    public static IAsyncEnumerable<string> LastEventIdParsed([LastEventId] Percent? a, [LastEventId] int b = 5) => Shown.Values(a, b);
}
