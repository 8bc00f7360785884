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
    /// <summary>What a browser takes an event without the field for.</summary>
    private const string DefaultType = "message";

    /// <summary>An event of the handler.</summary>
    /// <param name="description">The event.</param>
    /// <param name="payload">The schema of its data; <see langword="null"/> when that is text.</param>
    /// <param name="otherTypes">The event types that have a case of their own: a type that is decided with each event is none of them.</param>
    public static OpenApiSchema Of(EventDescription description, IOpenApiSchema? payload, IEnumerable<string> otherTypes)
    {
        var schema = Event(Data(payload));
        if (description.IsTypeOpen)
        {
            schema.Properties!["event"] = AnyTextBut(otherTypes);
        }
        else
        {
            schema.Properties!["event"] = Constant(description.EventType ?? DefaultType);
            if (description.EventType is not null)
            {
                schema.Required!.Add("event");
            }
        }

        if (description.HasId)
        {
            schema.Properties["id"] = Text();
        }

        return schema;
    }

    /// <summary>An event of a constant type, which the runtime sends.</summary>
    public static OpenApiSchema OfRuntime(string eventType, IOpenApiSchema data)
    {
        var schema = Event(Data(data));
        schema.Required!.Add("event");
        schema.Properties!["event"] = Constant(eventType);
        return schema;
    }

    public static OpenApiSchema With(this OpenApiSchema schema, string field, IOpenApiSchema value, bool isRequired = true)
    {
        schema.Properties![field] = value;
        if (isRequired)
        {
            schema.Required!.Add(field);
        }

        return schema;
    }

    public static OpenApiSchema Object() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(),
        Properties = new Dictionary<string, IOpenApiSchema>(),
    };

    public static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    public static OpenApiSchema Number() => new() { Type = JsonSchemaType.Integer };

    public static OpenApiSchema Constant(string value) => new() { Type = JsonSchemaType.String, Const = value };

    private static OpenApiSchema Event(OpenApiSchema data) => Object().With("data", data);

    private static OpenApiSchema AnyTextBut(IEnumerable<string> types)
    {
        var text = Text();
        text.Not = new OpenApiSchema { Enum = [.. types.Select(static type => (JsonNode)JsonValue.Create(type))] };
        return text;
    }

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
