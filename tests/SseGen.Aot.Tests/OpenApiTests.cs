using System.Text.Json.Nodes;
using SseGen.OpenApi.App;
using SseGen.TestKit;

namespace SseGen.Aot.Tests;

/// <summary>The framework's own description of a stream is a 500 in a native binary. Ours is what the JIT and reflection make of it.</summary>
public sealed class OpenApiTests(PublishedOpenApi app) : IClassFixture<PublishedOpenApi>
{
    [Fact]
    public void Publishing_gives_no_warning() => Assert.Empty(app.Warnings);

    [Fact]
    public async Task The_binary_has_the_document_of_an_application_with_reflection()
    {
        await using var binary = await app.StartAsync();
        await using var reflecting = await LiveServer.StartAsync(
            static builder => OpenApiApp.AddServices(builder, reflects: true), static application => OpenApiApp.Map(application));

        Assert.Equal(await DocumentAsync(reflecting.Client()), await DocumentAsync(binary.Client()));
    }

    /// <summary>Without what is the process's own.</summary>
    private static async Task<string> DocumentAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var document = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        document.Remove("servers");
        document.Remove("info");
        return document.ToJsonString();
    }
}
