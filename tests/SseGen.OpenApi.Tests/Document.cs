using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.OpenApi.App;
using SseGen.TestKit;

namespace SseGen.OpenApi.Tests;

/// <summary>An application's OpenAPI document, as a client gets it.</summary>
internal sealed class Document(JsonNode root)
{
    public JsonNode Root { get; } = root;

    /// <summary>Without what differs from process to process.</summary>
    public string Contract
    {
        get
        {
            var copy = Root.DeepClone().AsObject();
            copy.Remove("servers");
            copy.Remove("info");
            return copy.ToJsonString(new() { WriteIndented = true });
        }
    }

    public static async Task<Document> OfAsync(bool reflects, bool describesEvents = true, Action<WebApplication>? map = null, Action<EventStreamOptions>? configure = null)
    {
        await using var server = await LiveServer.StartAsync(
            builder =>
            {
                OpenApiApp.AddServices(builder, describesEvents, reflects);
                builder.Services.Configure(configure ?? (static _ => { }));
            },
            app =>
            {
                OpenApiApp.Map(app);
                map?.Invoke(app);
            });
        return await OfAsync(server.Client());
    }

    public static async Task<Document> OfAsync(HttpClient client)
    {
        var json = await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        return new Document(JsonNode.Parse(json)!);
    }

    /// <summary>The operation of a GET.</summary>
    public JsonNode Get(string path) => Root["paths"]![path]!["get"]!;

    /// <summary>What a GET is answered, when all is well.</summary>
    public JsonNode Stream(string path) => Get(path)["responses"]!["200"]!["content"]!["text/event-stream"]!;

    public JsonNode Schema(string name) => Root["components"]!["schemas"]![name]!;
}
