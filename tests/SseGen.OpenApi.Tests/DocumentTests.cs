using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using SseGen.OpenApi.App;
using SseGen.TestKit;

namespace SseGen.OpenApi.Tests;

/// <summary>The document describes event streams as they are, and with nothing more than <c>AddOpenApi()</c>.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task An_application_without_reflection_has_the_same_document()
    {
        var reflected = await Document.OfAsync(reflects: true);
        var described = await Document.OfAsync(reflects: false);

        Assert.Equal(reflected.Contract, described.Contract);
    }

    [Fact]
    public async Task A_handler_is_described_as_the_same_method_under_MapGet()
    {
        Delegate twin = Twin;
        var document = await Document.OfAsync(reflects: true, map: app => app.MapGet("/twin/{symbol}", twin));

        var parameters = document.Get("/market/{symbol}/trades")["parameters"]!.AsArray();
        var twins = document.Get("/twin/{symbol}")["parameters"]!.AsArray();
        Assert.Equal(16, parameters.Count);
        Assert.Equal(twins.Select(static twin => twin!.ToJsonString()), parameters.Select(static parameter => parameter!.ToJsonString()));
        Assert.Null(document.Get("/market/{symbol}/trades")["requestBody"]);
    }

    [Theory]
    [InlineData("/market/{symbol}/trades", "#/components/schemas/Trade")]
    [InlineData("/scalars", "#/components/schemas/Scalars")]
    [InlineData("/changes", "#/components/schemas/Change")]
    [InlineData("/items", "#/components/schemas/Leg")]
    public async Task The_schema_is_the_payloads_own(string path, string reference)
    {
        var document = await Document.OfAsync(reflects: false);

        Assert.Equal(reference, (string?)document.Stream(path)["schema"]!["$ref"]);
        Assert.DoesNotContain("SseItem", document.Root.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AsyncEnumerable", document.Root.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comment_of_a_handler_is_its_summary_and_description()
    {
        var trades = (await Document.OfAsync(reflects: false)).Get("/market/{symbol}/trades");

        Assert.Equal("Streams the trades of symbol, each a Trade.", (string?)trades["summary"]);
        Assert.Equal("Begins at the present.\n\nEnds never.", (string?)trades["description"]);
        Assert.Equal("trades", (string?)trades["operationId"]);
        Assert.Equal(["TradeEndpoints"], trades["tags"]!.AsArray().GetValues<string>());
    }

    [Fact]
    public async Task Attributes_of_a_handler_win_over_its_comment()
    {
        var scalars = (await Document.OfAsync(reflects: false)).Get("/scalars");

        Assert.Equal("Every scalar.", (string?)scalars["summary"]);
        Assert.Equal("The attribute wins.", (string?)scalars["description"]);
        Assert.Equal(["values"], scalars["tags"]!.AsArray().GetValues<string>());
    }

    [Fact]
    public async Task Other_answers_are_described_where_an_attribute_says_so()
    {
        var document = await Document.OfAsync(reflects: false);

        var responses = document.Get("/decided")["responses"]!.AsObject();
        Assert.Equal(["200", "404"], responses.Select(static response => response.Key));
        Assert.False(document.Root["paths"]!.AsObject().ContainsKey("/hidden"));
    }

    [Fact]
    public async Task Without_being_asked_for_nothing_of_OpenAPI_3_2_is_in_the_document()
    {
        var document = await Document.OfAsync(reflects: false, describesEvents: false);

        Assert.DoesNotContain("itemSchema", document.Root.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_application_itself_has_no_metadata_that_only_describes()
    {
        await using var server = await LiveServer.StartAsync(
            builder => OpenApiApp.AddServices(builder),
            static app => OpenApiApp.Map(app).AddEndpointFilter(static (_, _) => new ValueTask<object?>(new Leg(1, null))));
        using var response = await server.Client().GetAsync(new Uri("/changes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, response.StatusCode);
    }

    /// <summary>What <see cref="TradeEndpoints.Trades"/> takes, but for the stream's own.</summary>
    private static IAsyncEnumerable<Trade> Twin(
        [Description("The ticker.")] string symbol,
        Guid id,
        Side side,
        Venue? venue,
        Code code,
        DateOnly? day,
        TimeSpan? window,
        Uri? link,
        double ratio,
        bool live,
        int[] ids,
        StringValues tags,
        [FromHeader(Name = "X-Venues")] string[] venues,
        [FromQuery(Name = "limit")] long? max,
        [FromHeader(Name = "Last-Event-ID")] long? last,
        Desk desk,
        CancellationToken cancellationToken,
        int depth = 5) => AsyncEnumerable.Empty<Trade>();
}
