using System.ComponentModel;
using System.Text.Json;
using SseGen.Framing;

namespace SseGen.Topics;

/// <summary>The payload writers that generated code has brought. Found by type, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TopicPayloads
{
    /// <summary>Called by generated code when its assembly is loaded.</summary>
    /// <param name="create">Makes the writer for the application's JSON options.</param>
    public static void Register<T>(Func<JsonSerializerOptions, TopicPayload<T>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Registered<T>.Create = create;
    }

    internal static TopicPayload<T> Create<T>(string topic, JsonSerializerOptions options)
    {
        if (Registered<T>.Create is { } create)
        {
            return create(options);
        }

        if (typeof(T) == typeof(string))
        {
            return (TopicPayload<T>)(object)new TextPayload(options);
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
    private sealed class TextPayload(JsonSerializerOptions options) : TopicPayload<string>(options)
    {
        public override void Write(ref Utf8EventWriter writer, string item) => writer.WriteText(item);
    }
}
