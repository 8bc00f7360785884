using Microsoft.Extensions.Logging;

namespace SseGen.Streaming;

/// <summary>What the streams say in the log; the event ids are stable.</summary>
internal static partial class EventStreamLog
{
    [LoggerMessage(1, LogLevel.Debug, "Event stream of {Handler} has ended: {Reason}, {Events} events.", EventName = "StreamEnded")]
    public static partial void StreamEnded(ILogger logger, string handler, EventStreamEnd reason, long events);

    [LoggerMessage(2, LogLevel.Error, "Event stream of {Handler} has failed.", EventName = "StreamFaulted")]
    public static partial void StreamFaulted(ILogger logger, Exception exception, string handler);

    [LoggerMessage(3, LogLevel.Debug, "{Handler} has thrown while its event stream ended ({Reason}).", EventName = "HandlerThrewWhileEnding")]
    public static partial void HandlerThrewWhileEnding(ILogger logger, Exception exception, string handler, EventStreamEnd reason);

    [LoggerMessage(4, LogLevel.Error, "The clean-up of {Handler} has failed at the end of its event stream.", EventName = "CleanUpFailed")]
    public static partial void CleanUpFailed(ILogger logger, Exception exception, string handler);

    [LoggerMessage(5, LogLevel.Warning,
        "{Handler} has not come back {Seconds} s after its cancellation token fired ({Reason}): it does not observe the token.",
        EventName = "HandlerIgnoresCancellation")]
    public static partial void HandlerIgnoresCancellation(ILogger logger, string handler, double seconds, EventStreamEnd reason);

    [LoggerMessage(6, LogLevel.Warning,
        "The host stops, and {Handler} has not come back {Seconds} s after its cancellation token fired: it is left behind.",
        EventName = "HandlerLeftBehind")]
    public static partial void HandlerLeftBehind(ILogger logger, string handler, double seconds);

    [LoggerMessage(7, LogLevel.Error, "A callback on the cancellation token of {Handler} has failed.", EventName = "CancellationCallbackFailed")]
    public static partial void CancellationCallbackFailed(ILogger logger, Exception exception, string handler);

    [LoggerMessage(9, LogLevel.Information, "A request for the event stream of {Handler} gets none: {Reason}.", EventName = "StreamRefused")]
    public static partial void StreamRefused(ILogger logger, string handler, Refusal reason);

    [LoggerMessage(8, LogLevel.Debug, "The connection of the event stream of {Handler} has failed.", EventName = "ConnectionFailed")]
    public static partial void ConnectionFailed(ILogger logger, Exception exception, string handler);
}
