using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Writes the formatter of an endpoint: what turns an item of its stream into an event.</summary>
internal static class EventFormatterEmitter
{
    public static void Emit(SourceWriter code, EndpointSpec endpoint)
    {
        var stream = endpoint.Stream;
        var typeInfo = $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{stream.Payload}>";
        var isText = stream.Payload.FullName == "string";
        using var type = code.Block($"private sealed class Formatter{(isText ? "" : $"({typeInfo} payload)")} : global::SseGen.Framing.EventFormatter<{stream.Element}>");
        code.WriteLines(
            $"""
            public static Formatter Create(global::System.Text.Json.JsonSerializerOptions options) =>
                new({(isText ? "" : $"({typeInfo})options.GetTypeInfo(typeof({stream.Payload}))")});

            """);
        using var method = code.Block($"public override void Write(ref global::SseGen.Framing.Utf8EventWriter writer, {stream.Element} item)");
        var eventType = stream.IsSseItem ? $"item.EventType == \"message\" ? {CSharpLiteral.String(endpoint.Settings.EventType)} : item.EventType" : CSharpLiteral.String(endpoint.Settings.EventType);
        if (stream.IsSseItem)
        {
            code.WriteLine("writer.WriteId(item.EventId);");
        }

        code.WriteLine($"writer.WriteEventType({eventType});");
        var data = stream.IsSseItem ? "item.Data" : "item";
        code.WriteLines(isText
            ? $"writer.WriteText({data});"
            : $"""
              writer.WriteRaw("data: "u8);
              writer.WriteRaw(global::System.Text.Json.JsonSerializer.SerializeToUtf8Bytes({data}, payload));
              writer.WriteRaw("\n"u8);
              """);
        code.WriteLine("writer.WriteEndOfEvent();");
    }
}
