using System.ComponentModel;
using System.Text.Json;
using SseGen.Framing;

namespace SseGen.Topics;

/// <summary>The payload writers that generated code has brought. Found by type, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TopicPayloads
{
    /// <summary>Called by generated code when its assembly is loaded.</summary>
    /// <param name="createFormatter">Makes what writes an item as an event without <c>id:</c>, for the application's JSON options.</param>
    /// <param name="coalesceKey">Reads the <c>[CoalesceKey]</c>; <see langword="null"/> where the type has none.</param>
    public static void Register<T>(Func<JsonSerializerOptions, EventFormatter<T>> createFormatter, Func<T, string?>? coalesceKey)
    {
        ArgumentNullException.ThrowIfNull(createFormatter);
        Registered<T>.Create = options => new TopicPayload<T>(createFormatter(options), coalesceKey, options);
    }

    /// <summary>The value of a <c>[CoalesceKey]</c> as text, the same in every process and culture.</summary>
    public static string? Key<TValue>(TValue value) => TopicKey.ToText(value);

    /// <summary>The text of a key that is made of several properties; <see langword="null"/> when all of them are.</summary>
    public static string? Key(params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
            {
                return string.Join('\u001f', parts);
            }
        }

        return null;
    }

    internal static TopicPayload<T> Create<T>(string topic, JsonSerializerOptions options)
    {
        if (Registered<T>.Create is { } create)
        {
            return create(options);
        }

        if (typeof(T) == typeof(string))
        {
            return (TopicPayload<T>)(object)new TopicPayload<string>(new TextFormatter(), coalesceKey: null, options);
        }

        throw new InvalidOperationException(
            $"No serializer has been generated for {typeof(T)}, the items of the topic '{topic}'. It is generated where the type is " +
            $"named: AddTopic<{typeof(T).Name}>(…) or EventTopic<{typeof(T).Name}>, not a type parameter, in a project that has the " +
            "SseGen package.");
    }

    private static class Registered<T>
    {
        // One initializer stores, others may read at the same time.
        private static volatile Func<JsonSerializerOptions, TopicPayload<T>>? s_create;

        public static Func<JsonSerializerOptions, TopicPayload<T>>? Create
        {
            get => s_create;
            set => s_create = value;
        }
    }

    /// <summary>Text needs no generated code.</summary>
    private sealed class TextFormatter : EventFormatter<string>
    {
        public override void Write(ref Utf8EventWriter writer, in string item)
        {
            writer.WriteText(item);
            writer.WriteEndOfEvent();
        }
    }
}
