using System.Text.Json.Nodes;

namespace SseGen.OpenApi.Tests;

/// <summary><c>itemSchema</c> of OpenAPI 3.2: what one event looks like, with each event type as a case.</summary>
public sealed class ItemSchemaTests
{
    [Theory]
    [InlineData("/changes", "item-created", "#/components/schemas/Created", "item-deleted", "#/components/schemas/Deleted")]
    [InlineData("/signals", "started", "#/components/schemas/Started", "stopped", "#/components/schemas/Stopped")]
    public async Task Each_case_of_a_union_is_a_case_of_the_schema(string path, string first, string firstType, string second, string secondType)
    {
        var cases = (await ItemSchemaAsync(path))["oneOf"]!.AsArray();

        Assert.Equal(
            [(first, firstType), (second, secondType)],
            cases.Select(static one => (EventOf(one!), ContentOf(one!))).Order());
        Assert.All(cases, static one => Assert.Equal(["data", "event"], one!["required"]!.AsArray().GetValues<string>().Order()));
    }

    [Fact]
    public async Task One_event_type_is_a_schema_without_cases()
    {
        var schema = await ItemSchemaAsync("/market/{symbol}/trades");

        Assert.Equal("trade", EventOf(schema));
        Assert.Equal("#/components/schemas/Trade", ContentOf(schema));
        Assert.Equal("string", (string?)schema["properties"]!["id"]!["type"]);
        Assert.Equal("string", (string?)schema["properties"]!["data"]!["type"]);
        Assert.Equal("application/json", (string?)schema["properties"]!["data"]!["contentMediaType"]);
    }

    [Fact]
    public async Task Text_has_no_schema_of_its_own()
    {
        var data = (await ItemSchemaAsync("/text"))["properties"]!["data"]!;

        Assert.Equal("""{"type":"string"}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_type_that_is_decided_with_each_event_is_any()
    {
        var properties = (await ItemSchemaAsync("/items"))["properties"]!;

        Assert.Equal("""{"type":"string"}""", properties["event"]!.ToJsonString());
        Assert.Equal("""{"type":"string"}""", properties["id"]!.ToJsonString());
    }

    [Fact]
    public async Task The_completion_event_is_a_case_of_its_own()
    {
        var cases = (await ItemSchemaAsync("/scalars"))["oneOf"]!.AsArray();

        Assert.Equal(2, cases.Count);
        Assert.Equal("complete", EventOf(cases[1]!));
        Assert.Equal("~complete", (string?)cases[1]!["properties"]!["id"]!["const"]);
    }

    [Fact]
    public async Task Every_reference_of_the_document_leads_to_a_schema()
    {
        var document = await Document.OfAsync(reflects: false);

        var references = new List<string>();
        Collect(document.Root, references);

        Assert.NotEmpty(references);
        Assert.All(references.Distinct(), reference =>
            Assert.NotNull(document.Root["components"]!["schemas"]![reference.Replace("#/components/schemas/", "", StringComparison.Ordinal)]));
    }

    private static void Collect(JsonNode? node, List<string> references)
    {
        switch (node)
        {
            case JsonObject all:
                foreach (var (name, value) in all)
                {
                    if (name == "$ref")
                    {
                        references.Add((string)value!);
                    }

                    Collect(value, references);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, references);
                }

                break;
        }
    }

    private static async Task<JsonNode> ItemSchemaAsync(string path) => (await Document.OfAsync(reflects: false)).Stream(path)["itemSchema"]!;

    private static string? EventOf(JsonNode schema) => (string?)schema["properties"]!["event"]!["const"];

    private static string? ContentOf(JsonNode schema) => (string?)schema["properties"]!["data"]!["contentSchema"]!["$ref"];
}
