using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SseGen.Hosting;

namespace SseGen.OpenApi;

/// <summary>
/// The schema of an event as OpenAPI 3.2 has it: an object with the fields of the format. Data is a string, and the schema of the JSON
/// in it is its <c>contentSchema</c>.
/// </summary>
internal static class EventSchema
{
    public static OpenApiSchema Of(EventDescription description, IOpenApiSchema? payload)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "data" },
            Properties = new Dictionary<string, IOpenApiSchema>(),
        };
        if (description.EventType is { } eventType)
        {
            schema.Required.Add("event");
            schema.Properties["event"] = Constant(eventType);
        }
        else if (description.IsTypeOpen)
        {
            schema.Properties["event"] = Text();
        }

        schema.Properties["data"] = Data(payload);
        if (description.HasId)
        {
            schema.Properties["id"] = Text();
        }

        return schema;
    }

    /// <summary>The event after the last one.</summary>
    public static OpenApiSchema Completion(string eventType) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "event", "data", "id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["event"] = Constant(eventType),
            ["data"] = Text(),
            ["id"] = Constant("~complete"),
        },
    };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Constant(string value) => new() { Type = JsonSchemaType.String, Const = value };

    private static OpenApiSchema Data(IOpenApiSchema? payload)
    {
        var data = Text();
        if (payload is not null)
        {
            data.Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["contentMediaType"] = new JsonNodeExtension(JsonValue.Create("application/json")),
                ["contentSchema"] = new SchemaKeyword(payload),
            };
        }

        return data;
    }
}
