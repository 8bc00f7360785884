using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace SseGen.OpenApi;

/// <summary>The events that no handler sends, and that a client gets all the same: what the runtime says of the stream.</summary>
internal static class RuntimeEvents
{
    /// <summary>Each by its type.</summary>
    /// <param name="metadata">The endpoint's.</param>
    /// <param name="services">The application's.</param>
    public static IReadOnlyList<(string Type, OpenApiSchema Schema)> Of(IList<object> metadata, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<EventStreamOptions>>().Value;
        var events = new List<(string, OpenApiSchema)>();
        if ((metadata.OfType<EventStreamAttribute>().LastOrDefault()?.CompletionEventType ?? options.CompletionEventType) is { Length: > 0 } completion)
        {
            events.Add((completion, Completion(completion)));
        }

        events.Add((options.ErrorEventType, Error(options)));
        events.Add((options.FarewellEventType, Farewell(options.FarewellEventType)));
        if (metadata.OfType<IParameterBindingMetadata>().Any(static parameter => IsTopic(parameter.ParameterInfo.ParameterType)))
        {
            events.Add(("gap", Gap()));
        }

        return events;
    }

    /// <summary>The stream is complete.</summary>
    private static OpenApiSchema Completion(string eventType) =>
        EventSchema.OfRuntime(eventType, EventSchema.Object()).With("id", EventSchema.Constant("~complete"));

    /// <summary>The stream has failed.</summary>
    private static OpenApiSchema Error(EventStreamOptions options)
    {
        var problem = EventSchema.Object()
            .With("title", EventSchema.Text())
            .With("status", EventSchema.Number())
            .With("traceId", EventSchema.Text());
        return EventSchema.OfRuntime(options.ErrorEventType, options.IncludeErrorDetails
            ? problem.With("detail", EventSchema.Text()).With("exception", EventSchema.Text())
            : problem);
    }

    /// <summary>The host stops; the client returns after the time in <c>retry</c>.</summary>
    private static OpenApiSchema Farewell(string eventType) =>
        EventSchema.OfRuntime(eventType, EventSchema.Object()).With("retry", EventSchema.Number());

    /// <summary>A topic could not keep what comes before the next event, or the client was too slow for it.</summary>
    private static OpenApiSchema Gap() => EventSchema
        .OfRuntime("gap", EventSchema.Object().With("missed", new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null }))
        .With("id", EventSchema.Text(), isRequired: false);

    /// <summary>A handler that takes a topic streams it. One that has it from somewhere else does not say so.</summary>
    private static bool IsTopic(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(EventTopic<>) || definition == typeof(EventTopics<,>));
}
