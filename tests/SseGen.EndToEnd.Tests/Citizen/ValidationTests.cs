using System.Net;
using System.Text;
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
    [InlineData("/valid/record?from=0", "From")]
    [InlineData("/valid/record?from=1&to=11", "To")]
    public async Task A_value_that_is_not_valid_is_named_in_a_problem(string uri, string name)
    {
        await using var server = await StartAsync();

        using var response = await CitizenServer.GetAsync(server, uri);

        await RequireProblemAsync(response, name);
    }

    [Theory]
    [InlineData("/valid/parameter?count=10&name=abc", "10|3")]
    [InlineData("/valid/object?page=100", "100")]
    [InlineData("/valid/record?from=3", "3")]
    public async Task A_valid_one_gets_its_stream(string uri, string expected)
    {
        await using var server = await StartAsync();

        Assert.Equal(expected, await CitizenServer.ReadAsync(server, uri));
    }

    [Theory]
    [InlineData("/valid/body", """{"page":0}""", "Page", """{"page":7}""", "7")]
    [InlineData("/valid/inferred", """{"from":0}""", "From", """{"from":7}""", "7")]
    [InlineData("/valid/inferred", """{"from":1,"to":12}""", "To", """{"from":7,"to":7}""", "7")]
    [InlineData("/valid/nested", """{"spans":[{"from":1},{"from":0}]}""", "Spans[1].From", """{"spans":[{"from":1}]}""", "1")]
    [InlineData("/valid/nested", """{"label":"long"}""", "Label", """{"label":"abc"}""", "0")]
    public async Task The_members_of_a_body_are_looked_at(string uri, string bad, string name, string good, string expected)
    {
        await using var server = await StartAsync();

        using var refused = await PostAsync(server, uri, bad);
        using var accepted = await PostAsync(server, uri, good);

        await RequireProblemAsync(refused, name);
        await using var stream = await SseReader.OfAsync(accepted);
        Assert.Equal(expected, (await stream.NextAsync()).Data);
    }

    private static async Task<HttpResponseMessage> PostAsync(LiveServer server, string uri, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await server.Client().PostAsync(new Uri(uri, UriKind.Relative), content, TestContext.Current.CancellationToken);
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
