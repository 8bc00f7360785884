using System.Globalization;

namespace SseGen.TopicNode;

/// <summary>The application, for its own process and for a test that hosts several of them.</summary>
public static class NodeSetup
{
    /// <summary>Registers the topics, over Redis.</summary>
    public static void AddServices(WebApplicationBuilder builder, string redis, Action<EventTopicOptions>? notes = null)
    {
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, NodeJsonContext.Default));
        AddTopics(builder, notes).UseRedis(redis);
    }

    /// <summary>Registers the topics alone.</summary>
    public static EventStreamsBuilder AddTopics(WebApplicationBuilder builder, Action<EventTopicOptions>? notes = null) =>
        builder.Services.AddEventStreams()
            .AddTopic<Note>("notes", notes)
            .AddTopic<Price>("prices", static topic => topic.Capacity = 8)
            .AddTopics<string, Note>("rooms");

    /// <summary>Maps the streams, and what publishes to them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapEventStreams();

        // Handlers of HttpContext alone, which need no generated code in a native binary.
        app.MapPost("/notes", (RequestDelegate)(context => PublishAsync(
            context, context.RequestServices.GetRequiredService<EventTopic<Note>>())));
        app.MapPost("/rooms/{room}", (RequestDelegate)(context => PublishAsync(
            context, context.RequestServices.GetRequiredService<EventTopics<string, Note>>()[(string)context.Request.RouteValues["room"]!])));
        app.MapGet("/notes/subscribers", (RequestDelegate)(context => context.Response.WriteAsync(
            context.RequestServices.GetRequiredService<EventTopic<Note>>().SubscriberCount.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>Answers with the event's id, or says why there is none.</summary>
    private static async Task PublishAsync(HttpContext context, EventTopic<Note> topic)
    {
        var query = context.Request.Query;
        var note = new Note(query["from"]!, int.Parse(query["number"]!, CultureInfo.InvariantCulture), query["text"].ToString());
        try
        {
            var id = await topic.PublishAsync(note, context.RequestAborted);
            await context.Response.WriteAsync(id.ToString());
        }
        catch (EventTopicUnavailableException exception)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync(exception.Message);
        }
    }
}
