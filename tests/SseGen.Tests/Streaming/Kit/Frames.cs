using SseGen.TestKit;

namespace SseGen.Tests.Streaming.Kit;

internal static class Frames
{
    /// <summary>A time out of the default <see cref="EventStreamOptions.ReconnectSpread"/>.</summary>
    public static void IsSpread(TimeSpan? retry)
    {
        Assert.NotNull(retry);
        Assert.InRange(retry.Value, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(5));
    }

    /// <summary>The event that says that the host stops.</summary>
    public static void IsFarewell(SseFrame? frame)
    {
        Assert.NotNull(frame);
        Assert.Equal("shutdown", frame.EventType);
        Assert.NotNull(frame.Data);
        Assert.Null(frame.Id);
        IsSpread(frame.Retry);
    }
}
