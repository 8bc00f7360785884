using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Formatting;

/// <summary>Each payload through <see cref="Utf8JsonWriter"/>, as one writes it by hand when one cares: names encoded once.</summary>
internal static partial class HandWritten
{
    /// <summary>ASP.NET Core's encoder; the hand-written code is right by construction, and need not be validated.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>One event: prefix, JSON, blank line.</summary>
    public static void WriteEvent<T>(IBufferWriter<byte> buffer, Utf8JsonWriter json, ReadOnlySpan<byte> prefix, T item, Action<Utf8JsonWriter, T> write)
    {
        buffer.Write(prefix);
        json.Reset();
        write(json, item);
        json.Flush();
        buffer.Write("\n\n"u8);
    }

    public static void Write(Utf8JsonWriter json, Tick tick)
    {
        json.WriteStartObject();
        json.WriteString(s_symbol, tick.Symbol);
        json.WriteNumber(s_price, tick.Price);
        json.WriteNumber(s_volume, tick.Volume);
        json.WriteString(s_at, tick.At);
        json.WriteNumber(s_ts, tick.Ts);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteString(s_author, message.Author);
        json.WriteString(s_text, message.Text);
        json.WriteString(s_sentAt, message.SentAt);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, JobEvent job)
    {
        json.WriteStartObject();
        switch (job)
        {
            case JobStarted started:
                json.WriteString(s_type, s_started);
                json.WriteString(s_at, started.At);
                break;
            case JobProgress progress:
                json.WriteString(s_type, s_progress);
                json.WriteNumber(s_percent, progress.Percent);
                json.WriteString(s_step, progress.Step);
                break;
            case JobFinished finished:
                json.WriteString(s_type, s_finished);
                json.WriteString(s_duration, finished.Duration.ToString("c"));
                json.WriteBoolean(s_succeeded, finished.Succeeded);
                break;
        }

        json.WriteString(s_jobId, job.JobId);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TreeNode node)
    {
        json.WriteStartObject();
        json.WriteString(s_name, node.Name);
        json.WriteNumber(s_size, node.Size);
        json.WriteStartArray(s_children);
        foreach (var child in node.Children)
        {
            Write(json, child);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Profile profile)
    {
        json.WriteStartObject();
        json.WriteString(s_name, profile.Name);
        json.WriteString(s_city, profile.City);
        json.WriteString(s_motto, profile.Motto);
        json.WriteString(s_biography, profile.Biography);
        json.WriteEndObject();
    }
}
