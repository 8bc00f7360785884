namespace SseGen.Generator.Tests.Analysis;

/// <summary>What cannot be JSON, or an event, is said where the payload declares it, once, whatever the number of endpoints.</summary>
public sealed class PayloadRulesTests
{
    [Theory]
    [InlineData("object", "P.X")]
    [InlineData("object?", "P.X")]
    [InlineData("System.Collections.ArrayList", "ArrayList")]
    [InlineData("List<object>", "object")]
    [InlineData("Dictionary<System.Net.IPAddress, int>", "keys")]
    public Task A_member_that_needs_metadata_without_a_context(string type, string said) => MarkupTest.VerifyAsync(
        Payload($$"""public sealed class P { public {{type}} {|SSE201:X|} { get; set; } = null!; }"""), said);

    [Fact]
    public Task A_converter_that_only_run_time_can_make() => MarkupTest.VerifyAsync(Payload("""
        public sealed class P { [System.Text.Json.Serialization.JsonConverter(typeof(F))] public int {|SSE201:X|} { get; set; } }
        public sealed class F : System.Text.Json.Serialization.JsonConverterFactory
        {
            public override bool CanConvert(Type type) => true;
            public override System.Text.Json.Serialization.JsonConverter? CreateConverter(Type type, System.Text.Json.JsonSerializerOptions options) => null;
        }
        """));

    [Fact]
    public Task Two_endpoints_that_share_a_payload_share_its_defect() => MarkupTest.VerifyAsync("""
        public sealed class P { public object? {|SSE201:X|} { get; set; } }
        public static class Streams
        {
            [EventStream("/a")]
            public static IAsyncEnumerable<P> A() => null!;

            [EventStream("/b")]
            public static IAsyncEnumerable<List<P>> B() => null!;
        }
        """);

    [Theory]
    [InlineData("Action")]
    [InlineData("nint")]
    [InlineData("int[,]")]
    [InlineData("Type")]
    [InlineData("IAsyncEnumerable<int>")]
    [InlineData("List<Action>")]
    public Task A_member_without_JSON(string type) => MarkupTest.VerifyAsync(Payload(
        $$"""public sealed class P { public {{type}} {|SSE202:X|} { get; set; } = default!; }"""));

    [Fact]
    public Task A_member_that_is_ignored_needs_no_JSON() => MarkupTest.VerifyAsync(Payload(
        "public sealed class P { [System.Text.Json.Serialization.JsonIgnore] public Action? X { get; set; } }"));

    [Fact]
    public Task A_type_that_generated_code_cannot_reach() => MarkupTest.VerifyAsync(Payload("""
        public sealed class P
        {
            [System.Text.Json.Serialization.JsonInclude] private Hidden? {|SSE203:X|} { get; set; }
            private sealed class Hidden;
        }
        """));

    [Theory]
    [InlineData("""public int Value { get; set; } [System.Text.Json.Serialization.JsonPropertyName("value")] public int {|SSE204:Text|} { get; set; }""")]
    [InlineData("""public int Value { get; set; } public int {|SSE204:value|} { get; set; }""")]
    public Task Two_members_of_one_JSON_name(string members) => MarkupTest.VerifyAsync(Payload("public sealed class P { " + members + " }"));

    [Fact]
    public Task Two_cases_of_one_event_type() => MarkupTest.VerifyAsync(Payload("""
        public abstract record {|SSE205:P|};
        [EventType("changed")] public sealed record Created(int Id) : P;
        [EventType("changed")] public sealed record Deleted(int Id) : P;
        """));

    [Theory]
    [InlineData("error")]
    [InlineData("open")]
    [InlineData("")]
    [InlineData("a\\nb")]
    [InlineData("a\\0b")]
    public Task A_constant_event_type_that_is_reserved_or_unsafe(string name) => MarkupTest.VerifyAsync(Payload(
        $$"""[EventType("{{name}}")] public sealed record {|SSE206:P|}(int X);"""));

    [Theory]
    [InlineData("[EventType] public int {|SSE207:X|} { get; set; }")]
    [InlineData("[EventId] public List<int> {|SSE207:X|} { get; set; } = [];")]
    [InlineData("[EventId] public int X { get; set; } [EventId] public int {|SSE207:Y|} { get; set; }")]
    [InlineData("[EventId] public R {|SSE207:X|} { get; set; } = new(1); public sealed record R(int Value);")]
    public Task A_member_that_cannot_be_a_field(string members) => MarkupTest.VerifyAsync(Payload("public sealed class P { " + members + " }"));

    [Theory]
    [InlineData("object", "JsonSerializerContext")]
    [InlineData("Action", "System.Text.Json cannot write")]
    [InlineData("List<object>", "JsonSerializerContext")]
    [InlineData("Hidden", "'Hidden' is private")]
    [InlineData("List<Hidden>", "'Hidden' is private")]
    public Task An_item_of_a_topic_that_cannot_be_written(string type, string said) => MarkupTest.VerifyAsync(
        Registration($"AddTopic<{{|SSE208:{type}|}}>(\"a\").AddTopics<int, {{|SSE208:{type}|}}>(\"b\")"), said);

    [Theory]
    [InlineData("string")]
    [InlineData("int[]")]
    [InlineData("Seen")]
    [InlineData("T")]
    [InlineData("List<T>")]
    public Task An_item_of_a_topic_that_can_be_written_or_is_named_elsewhere(string type) =>
        MarkupTest.VerifyAsync(Registration($"AddTopic<{type}>(\"a\").AddTopics<int, {type}>(\"b\")"));

    [Fact]
    public Task A_member_of_a_topics_item_is_to_blame_itself_and_once() => MarkupTest.VerifyAsync($$"""
        {{Registration("AddTopic<P>(\"a\").AddTopics<int, P>(\"b\").AddTopic<List<P>>(\"c\")")}}
        public sealed class P { public Action? {|SSE202:X|} { get; set; } }
        public static class Streams
        {
            [EventStream("/")]
            public static IAsyncEnumerable<P> M(EventTopic<P> topic, EventStreamContext context) => topic.Subscribe(context);
        }
        """);

    private static string Registration(string calls) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        public static class Setup
        {
            public static void Add<T>(IServiceCollection services) => services.AddEventStreams().{{calls}};
            private sealed record Hidden(int X);
            internal sealed record Seen(int X);
        }
        """;

    private static string Payload(string types) => types + """

        public static class Streams
        {
            [EventStream("/")]
            public static IAsyncEnumerable<P> M() => null!;
        }
        """;
}
