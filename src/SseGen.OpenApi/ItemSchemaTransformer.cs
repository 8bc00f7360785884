using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SseGen.Hosting;

namespace SseGen.OpenApi;

/// <summary>Adds a schema of one event to each response that is an event stream.</summary>
internal sealed class ItemSchemaTransformer : IOpenApiOperationTransformer
{
    private const string ContentType = "text/event-stream";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var events = metadata.OfType<EventDescription>().ToList();
        if (events.Count == 0 || StreamOf(operation) is not { } stream)
        {
            return;
        }

        var ofRuntime = RuntimeEvents.Of(metadata, context.ApplicationServices);
        var types = events.Select(static description => description.EventType).OfType<string>().Concat(ofRuntime.Select(static one => one.Type)).ToList();
        var cases = new List<IOpenApiSchema>();
        foreach (var description in events)
        {
            cases.Add(EventSchema.Of(description, await PayloadAsync(description.PayloadType, context, cancellationToken), types));
        }

        cases.AddRange(ofRuntime.Select(static one => one.Schema));
        stream.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        stream.Extensions["itemSchema"] = new SchemaKeyword(
            AreToldApart(events) ? new OpenApiSchema { OneOf = cases } : new OpenApiSchema { AnyOf = cases });
    }

    /// <summary>Whether each event of the handler has a type that no other has: only then is an event exactly one of them.</summary>
    private static bool AreToldApart(List<EventDescription> events) =>
        events.Select(static description => (description.EventType, description.IsTypeOpen)).Distinct().Count() == events.Count;

    private static OpenApiMediaType? StreamOf(OpenApiOperation operation) =>
        operation.Responses?.TryGetValue("200", out var response) == true
        && response.Content?.TryGetValue(ContentType, out var stream) == true
            ? stream
            : null;

    /// <summary>A text has no schema of its own. An object's becomes a component of the document, so that cases may share it.</summary>
    private static async Task<IOpenApiSchema?> PayloadAsync(
        Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (type == typeof(string))
        {
            return null;
        }

        var schema = await context.GetOrCreateSchemaAsync(type, parameterDescription: null, cancellationToken);
        if (schema.Metadata?.TryGetValue("x-schema-id", out var id) != true || id is not string { Length: > 0 } name || context.Document is not { } document)
        {
            return schema;
        }

        document.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, document);
    }
}
