using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>What the runtime itself says on a stream: the heartbeat, and the words at its beginning and end.</summary>
/// <remarks>None of them carries an <c>id:</c>, except the completion event's, so that the client keeps its place.</remarks>
internal sealed class ServiceFrames
{
    /// <summary>The id of the completion event; a client that comes back with it has seen everything.</summary>
    public const string CompletionId = "~complete";

    private readonly byte[]? _retry;
    private readonly byte[] _farewellHead;
    private readonly byte[] _faultHead;
    private readonly byte[]? _completion;
    private readonly TimeSpanRange _reconnectSpread;

    public ServiceFrames(
        TimeSpan? retry, TimeSpanRange reconnectSpread, string errorEventType, string farewellEventType, string? completionEventType)
    {
        _reconnectSpread = reconnectSpread;
        _retry = retry is { } time ? Encode($"retry: {Milliseconds(time)}\n\n") : null;
        _farewellHead = Encode($"event: {farewellEventType}\nretry: ");
        _faultHead = Encode($"event: {errorEventType}\ndata: ");
        _completion = completionEventType is null ? null : Encode($"id: {CompletionId}\nevent: {completionEventType}\ndata: {{}}\n\n");
    }

    public bool HasCompletion => _completion is not null;

    /// <summary>A comment: the client ignores it, whatever stands between it and us sees that the connection lives.</summary>
    public static void WriteHeartbeat(EventBuffer buffer) => Write(buffer, ": \n\n"u8);

    /// <summary>The time after which the client returns when it loses the connection; nothing when that is left to the client.</summary>
    public void WriteRetry(EventBuffer buffer)
    {
        if (_retry is not null)
        {
            Write(buffer, _retry);
        }
    }

    /// <summary>The host stops: the clients return, not all at once.</summary>
    public void WriteFarewell(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw(_farewellHead);
        WriteSpread(ref writer);
        writer.WriteRaw("\ndata: {}\n\n"u8);
        writer.Complete();
    }

    /// <summary>The clients return, not all at once; nothing is dispatched to the page.</summary>
    public void WriteReconnect(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw("retry: "u8);
        WriteSpread(ref writer);
        writer.WriteRaw("\n\n"u8);
        writer.Complete();
    }

    /// <summary>The stream is complete and must not be asked for again.</summary>
    public void WriteCompletion(EventBuffer buffer) => Write(buffer, _completion);

    /// <summary>The stream has failed: an event in the manner of a problem details response (RFC 9457).</summary>
    public void WriteFault(EventBuffer buffer, Exception exception, string traceId, bool includeDetails)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var body = new Utf8JsonWriter(json))
        {
            body.WriteStartObject();
            body.WriteString("title"u8, "An error occurred while streaming events."u8);
            body.WriteNumber("status"u8, 500);
            if (includeDetails)
            {
                body.WriteString("detail"u8, exception.Message);
                body.WriteString("exception"u8, exception.GetType().FullName);
            }

            body.WriteString("traceId"u8, traceId);
            body.WriteEndObject();
        }

        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw(_faultHead);
        writer.WriteRaw(json.WrittenSpan);
        writer.WriteRaw("\n\n"u8);
        writer.Complete();
    }

    /// <summary>A time out of the spread, for a client that is told to return.</summary>
    public TimeSpan NextReconnect() => _reconnectSpread.Next(Random.Shared);

    private void WriteSpread(ref Utf8EventWriter writer)
    {
        Span<byte> digits = stackalloc byte[20];
        Milliseconds(NextReconnect()).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteRaw(digits[..length]);
    }

    private static void Write(EventBuffer buffer, ReadOnlySpan<byte> frame)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRaw(frame);
        writer.Complete();
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static byte[] Encode(FormattableString frame) => Encoding.UTF8.GetBytes(frame.ToString(CultureInfo.InvariantCulture));
}
