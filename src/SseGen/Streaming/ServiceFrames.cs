using System.Buffers;
using System.Text.Json;
using SseGen.Framing;

namespace SseGen.Streaming;

/// <summary>What the runtime itself says on a stream: the heartbeat, and the words at its beginning and end.</summary>
/// <remarks>None of them carries an <c>id:</c>, except the completion event's, so that the client keeps its place.</remarks>
internal sealed class ServiceFrames(EventStreamOptions options)
{
    /// <summary>The id of the completion event; a client that comes back with it has seen everything.</summary>
    public const string CompletionId = "~complete";

    // An event without data is never raised, and JSON suits clients that parse all data as such.
    private static readonly byte[] s_emptyObject = [.. "data: {}\n\n"u8];

    public bool HasCompletion => options.CompletionEventType is not null;

    /// <summary>A comment: the client ignores it, whatever stands between it and us sees that the connection lives.</summary>
    public static void WriteHeartbeat(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteComment([]);
        writer.WriteEndOfEvent();
        writer.Complete();
    }

    /// <summary>The time after which the client returns when it loses the connection; nothing when that is left to the client.</summary>
    public void WriteRetry(EventBuffer buffer)
    {
        if (options.Retry is { } retry)
        {
            WriteRetry(buffer, retry);
        }
    }

    /// <summary>The host stops: the clients return, not all at once.</summary>
    public void WriteFarewell(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteEventType(options.FarewellEventType);
        writer.WriteRetry(NextReconnect());
        writer.WriteRaw(s_emptyObject);
        writer.Complete();
    }

    /// <summary>The clients return, not all at once; nothing is raised in the page.</summary>
    public void WriteReconnect(EventBuffer buffer) => WriteRetry(buffer, NextReconnect());

    /// <summary>The stream is complete and must not be asked for again.</summary>
    public void WriteCompletion(EventBuffer buffer)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteId(CompletionId);
        writer.WriteEventType(options.CompletionEventType);
        writer.WriteRaw(s_emptyObject);
        writer.Complete();
    }

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
        writer.WriteEventType(options.ErrorEventType);
        writer.WriteRaw("data: "u8);
        writer.WriteRaw(json.WrittenSpan);
        writer.WriteRaw("\n\n"u8);
        writer.Complete();
    }

    /// <summary>A time out of the spread, in whole milliseconds, for a client that is told to return.</summary>
    public TimeSpan NextReconnect() => TimeSpan.FromMilliseconds(Math.Round(options.ReconnectSpread.Next(Random.Shared).TotalMilliseconds));

    private static void WriteRetry(EventBuffer buffer, TimeSpan time)
    {
        var writer = new Utf8EventWriter(buffer);
        writer.WriteRetry(time);
        writer.WriteEndOfEvent();
        writer.Complete();
    }
}
