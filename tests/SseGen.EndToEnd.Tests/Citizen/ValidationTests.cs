using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SseGen.TestKit;

namespace SseGen.EndToEnd.Tests.Citizen;

/// <summary><c>AddValidation()</c> looks at the arguments of streams before their handlers do.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("/valid/parameter?count=11", "count")]
    [InlineData("/valid/parameter?count=1&name=long", "name")]
    [InlineData("/valid/object?page=0", "Page")]
    public async Task A_value_that_is_not_valid_is_named_in_a_problem(string uri, string name)
    {
        await using var server = await StartAsync();

        using var response = await CitizenServer.GetAsync(server, uri);

        await RequireProblemAsync(response, name);
    }

    [Theory]
    [InlineData("/valid/parameter?count=10&name=abc", "10|3")]
    [InlineData("/valid/object?page=100", "100")]
    public async Task A_valid_one_gets_its_stream(string uri, string expected)
    {
        await using var server = await StartAsync();

        Assert.Equal(expected, await CitizenServer.ReadAsync(server, uri));
    }

    [Fact]
    public async Task The_members_of_a_body_are_looked_at()
    {
        await using var server = await StartAsync();
        var uri = new Uri("/valid/body", UriKind.Relative);

        using var refused = await server.Client().PostAsJsonAsync(uri, new { page = 0 }, TestContext.Current.CancellationToken);
        using var accepted = await server.Client().PostAsJsonAsync(uri, new { page = 7 }, TestContext.Current.CancellationToken);

        await RequireProblemAsync(refused, "Page");
        await using var stream = await SseReader.OfAsync(accepted);
        Assert.Equal("7", (await stream.NextAsync()).Data);
    }

    private static async Task RequireProblemAsync(HttpResponseMessage response, string name)
    {
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEqual("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal([name], problem!["errors"]!.AsObject().Select(static error => error.Key));
    }

    private static Task<LiveServer> StartAsync() => CitizenServer.StartAsync(
        static builder => builder.Services.AddValidation(),
        static app => app.MapValidationEndpoints());
}
