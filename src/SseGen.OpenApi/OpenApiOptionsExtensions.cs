using Microsoft.AspNetCore.OpenApi;
using SseGen.OpenApi;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Describes event streams in an OpenAPI document.</summary>
public static class EventStreamOpenApiOptionsExtensions
{
    /// <summary>
    /// Adds <c>itemSchema</c>, which is new in OpenAPI 3.2, to what each event stream answers: a schema of one event, with each event type as
    /// a case. <c>schema</c> stays as it is, for tools that know nothing of it.
    /// </summary>
    /// <param name="options">The options of the document: <c>AddOpenApi(options =&gt; options.AddEventStreamItemSchemas())</c>.</param>
    public static OpenApiOptions AddEventStreamItemSchemas(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddOperationTransformer(new ItemSchemaTransformer());
    }
}
