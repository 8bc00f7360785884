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
        var cases = (await CasesAsync(path)).SkipLast(2).ToList();

        Assert.Equal(
            [(first, firstType), (second, secondType)],
            cases.Select(static one => (EventOf(one!), ContentOf(one!))).Order());
        Assert.All(cases, static one => Assert.Equal(["data", "event"], one!["required"]!.AsArray().GetValues<string>().Order()));
    }

    [Fact]
    public async Task An_event_has_the_fields_of_the_format()
    {
        var schema = (await CasesAsync("/market/{symbol}/trades"))[0];

        Assert.Equal("trade", EventOf(schema));
        Assert.Equal("#/components/schemas/Trade", ContentOf(schema));
        Assert.Equal("string", (string?)schema["properties"]!["id"]!["type"]);
        Assert.Equal("string", (string?)schema["properties"]!["data"]!["type"]);
        Assert.Equal("application/json", (string?)schema["properties"]!["data"]!["contentMediaType"]);
    }

    [Fact]
    public async Task Text_has_no_schema_of_its_own()
    {
        var data = (await CasesAsync("/text"))[0]["properties"]!["data"]!;

        Assert.Equal("""{"type":"string"}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_type_that_is_decided_with_each_event_is_any_that_has_no_case()
    {
        var properties = (await CasesAsync("/items"))[0]["properties"]!;

        Assert.Equal("""{"type":"string","not":{"enum":["stream-error","shutdown"]}}""", properties["event"]!.ToJsonString());
        Assert.Equal("""{"type":"string"}""", properties["id"]!.ToJsonString());
    }

    [Fact]
    public async Task The_completion_event_is_a_case_of_its_own()
    {
        var completion = (await CasesAsync("/scalars"))[1];

        Assert.Equal("complete", EventOf(completion));
        Assert.Equal("~complete", (string?)completion["properties"]!["id"]!["const"]);
    }

    [Fact]
    public async Task What_the_runtime_sends_are_cases_as_well()
    {
        var cases = await CasesAsync("/scalars");

        Assert.Equal([null, "complete", "stream-error", "shutdown"], cases.Select(static one => RequiresEvent(one) ? EventOf(one) : null));
        Assert.Equal("message", EventOf(cases[0]));
        Assert.Equal(["title", "status", "traceId"], NamesIn(cases[2]["properties"]!["data"]!["contentSchema"]!));
        Assert.Equal(["data", "event", "retry"], NamesIn(cases[3]).Order());
    }

    [Fact]
    public async Task They_are_named_as_the_application_names_them()
    {
        var cases = await CasesAsync("/text", static options =>
        {
            (options.CompletionEventType, options.ErrorEventType, options.FarewellEventType) = ("over", "broken", "bye");
            options.IncludeErrorDetails = true;
        });

        Assert.Equal(["line", "over", "broken", "bye"], cases.Select(EventOf));
        Assert.Equal(["title", "status", "traceId", "detail", "exception"], NamesIn(cases[2]["properties"]!["data"]!["contentSchema"]!));
    }

    [Fact]
    public async Task A_handler_that_takes_a_topic_may_send_a_gap()
    {
        var cases = await CasesAsync("/topic");

        Assert.Equal("gap", EventOf(cases[^1]));
        Assert.Equal(
            """{"required":["missed"],"type":"object","properties":{"missed":{"type":["null","integer"]}}}""",
            cases[^1]["properties"]!["data"]!["contentSchema"]!.ToJsonString());
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

    private static async Task<IReadOnlyList<JsonNode>> CasesAsync(string path, Action<EventStreamOptions>? configure = null)
    {
        var document = await Document.OfAsync(reflects: false, configure: configure);
        return [.. document.Stream(path)["itemSchema"]!["oneOf"]!.AsArray().OfType<JsonNode>()];
    }

    private static bool RequiresEvent(JsonNode schema) => schema["required"]!.AsArray().GetValues<string>().Contains("event");

    private static IEnumerable<string> NamesIn(JsonNode schema) => schema["properties"]!.AsObject().Select(static property => property.Key);

    private static string? EventOf(JsonNode schema) => (string?)schema["properties"]!["event"]!["const"];

    private static string? ContentOf(JsonNode schema) => (string?)schema["properties"]!["data"]!["contentSchema"]!["$ref"];
}
