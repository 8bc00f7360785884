using System.Text.Json.Serialization.Metadata;

namespace SseGen.OpenApi.App;

/// <summary>The application, for its own process and for those of tests.</summary>
public static class OpenApiApp
{
    /// <summary>Registers its services.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="describesEvents">Whether the document has <c>itemSchema</c>s.</param>
    /// <param name="reflects">Whether JSON over HTTP may reflect, where the process may.</param>
    public static void AddServices(WebApplicationBuilder builder, bool describesEvents = true, bool reflects = false)
    {
        builder.Services.AddEventStreams().AddTopic<Leg>("legs");
        builder.Services.AddSingleton<Desk>();
        if (describesEvents)
        {
            builder.Services.AddOpenApi(options => options.AddEventStreamItemSchemas());
        }
        else
        {
            builder.Services.AddOpenApi();
        }

        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver =
            reflects ? Reflection.Resolver() : JsonTypeInfoResolver.Combine());
    }

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointConventionBuilder Map(WebApplication app)
    {
        app.MapOpenApi();
        return app.MapEventStreams();
    }
}
