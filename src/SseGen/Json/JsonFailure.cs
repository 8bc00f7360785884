using System.Text.Json;
using System.Text.Json.Serialization;

namespace SseGen.Json;

/// <summary>The exceptions that System.Text.Json's serializer makes of what goes wrong in a converter, or in a document.</summary>
internal static class JsonFailure
{
    /// <summary>The mark on the exceptions of System.Text.Json's writer that its serializer wraps: JSON that is too deep is one.</summary>
    private const string Rethrowable = "System.Text.Json.Rethrowable";

    public static bool IsOfWriter(InvalidOperationException exception) => exception.Source == Rethrowable;

    public static JsonException Of(Exception exception, ReadOnlySpan<byte> written)
    {
        var path = JsonPath.Of(written);
        return new JsonException($"The object or value could not be serialized. Path: {path}.", path, null, null, exception);
    }

    /// <summary>A converter that left an object or array open, or closed one that is not its own.</summary>
    public static JsonException OfUnbalanced(JsonConverter converter, ReadOnlySpan<byte> written)
    {
        var path = JsonPath.Of(written);
        return new JsonException($"The converter '{converter.GetType()}' wrote too much or not enough. Path: {path}.", path, null, null);
    }
}
