namespace SseGen.Generator.Tests.Analysis;

/// <summary>What System.Text.Json throws for at run time is said when it is compiled; and what it does not throw for is not.</summary>
public sealed class RefusedPayloadTests
{
    [Theory]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int {|SSE209:X|} { get; set; }", "WhenWritingDefault")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public string? {|SSE209:X|} { get; set; }", "for numbers")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public List<List<int>>? {|SSE209:X|} { get; set; }", "for numbers")]
    [InlineData("[JsonIgnore] public required int {|SSE209:X|} { get; set; }", "never be read")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public required int {|SSE209:X|} { get; set; }", "never be read")]
    [InlineData("[JsonRequired] public int {|SSE209:X|} => 1;", "never be read")]
    [InlineData("[JsonRequired] public int {|SSE209:X|} { get; private set; }", "never be read")]
    [InlineData("[JsonConverter(typeof(OfObjects))] public string? {|SSE209:X|} { get; set; }", "'OfObjects' converts 'object'")]
    [InlineData("[JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? X { get; set; } [JsonExtensionData] public System.Text.Json.Nodes.JsonObject? {|SSE209:Y|} { get; set; }", "but one")]
    public Task A_member_with_attributes_that_do_not_go_with_it(string members, string said) =>
        MarkupTest.VerifyAsync(Payload("public sealed class P { " + members + " }"), said);

    [Theory]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? X { get; set; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.Strict)] public string? X { get; set; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public Dictionary<string, decimal?>? X { get; set; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int?[]? X { get; set; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public ReadOnlyMemory<long> X { get; set; }")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public required int X { get; set; }")]
    [InlineData("[JsonRequired, JsonInclude] public int X { get; private set; }")]
    [InlineData("public P(int x) => X = x; [JsonRequired] public int X { get; }")]
    [InlineData("[JsonConverter(typeof(OfAnything))] public string? X { get; set; }")]
    [InlineData("[JsonExtensionData] public SortedDictionary<string, System.Text.Json.JsonElement>? X { get; set; }")]
    public Task A_member_with_attributes_that_go_with_it(string members) => MarkupTest.VerifyAsync(Payload("public sealed class P { " + members + " }"));

    [Theory]
    [InlineData("[JsonExtensionData] public IReadOnlyDictionary<string, object?>? {|SSE202:X|} { get; set; }")]
    [InlineData("[JsonExtensionData] public Dictionary<string, int>? {|SSE202:X|} { get; set; }")]
    public Task Extension_data_that_could_not_be_read(string members) => MarkupTest.VerifyAsync(Payload(
        "public sealed class P { " + members + " }"), "[JsonExtensionData]");

    [Theory]
    [InlineData("[JsonPolymorphic] public class {|SSE209:P|};", "needs a [JsonDerivedType]")]
    [InlineData("""[JsonDerivedType(typeof(S), "s")] public sealed class {|SSE209:S|}; public class P { public S? X { get; set; } }""", "nothing derives")]
    [InlineData("""[JsonDerivedType(typeof(D), "a"), JsonDerivedType(typeof(E), "a")] public class {|SSE209:P|};""", "discriminator 'a'")]
    [InlineData("""[JsonDerivedType(typeof(D), "a"), JsonDerivedType(typeof(D), 1)] public class {|SSE209:P|};""", "'D' twice")]
    [InlineData("""[JsonDerivedType(typeof(Apart), "a")] public class {|SSE209:P|};""", "'Apart', which does not derive")]
    [InlineData("""[JsonDerivedType(typeof(G<>), "a")] public class {|SSE209:P|};""", "'G'")]
    [InlineData("""[JsonPolymorphic(TypeDiscriminatorPropertyName = "$id"), JsonDerivedType(typeof(D), "a")] public class {|SSE209:P|};""", "\"$id\"")]
    [InlineData("""[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(E), "a")] public class {|SSE209:P|};""", "'E.Kind'")]
    public Task A_polymorphic_type_that_contradicts_itself(string type, string said) => MarkupTest.VerifyAsync(Payload(type + Derived), said);

    [Theory]
    [InlineData("""[JsonDerivedType(typeof(D), "1"), JsonDerivedType(typeof(E), 1)] public class P;""")]
    [InlineData("""[JsonDerivedType(typeof(D)), JsonDerivedType(typeof(E)), JsonDerivedType(typeof(G<int>), "g"), JsonDerivedType(typeof(P), "p")] public class P;""")]
    [InlineData("""[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(E))] public class P;""")]
    public Task A_polymorphic_type_that_does_not(string type) => MarkupTest.VerifyAsync(Payload(type + Derived));

    [Theory]
    [InlineData("""{|SSE209:E|} { [JsonStringEnumMemberName("")] A }""", "no name for 'A'")]
    [InlineData("""{|SSE209:E|} { [JsonStringEnumMemberName(" a")] A }""", "no name for 'A'")]
    [InlineData("""E { [JsonStringEnumMemberName("a,b")] A }""", "")]
    public Task A_name_of_an_enums_value(string declaration, string said) => MarkupTest.VerifyAsync(Payload(
        $"[JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum {declaration}\npublic sealed record P(E X);"), said);

    [Fact]
    public Task A_name_of_flags_has_no_comma() => MarkupTest.VerifyAsync(Payload(
        """[Flags, JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum {|SSE209:E|} { [JsonStringEnumMemberName("a,b")] A = 1 }""" + "\npublic sealed record P(E X);"));

    [Theory]
    [InlineData("System.Net.Sockets.MulticastOption", "the order in which 'MulticastOption' has its members")]
    [InlineData("System.IO.WaitForChangedResult", "P.X")]
    [InlineData("Mine", "the order in which 'WebProxy' has its members")]
    public Task A_type_of_the_framework_whose_members_are_in_no_known_order(string type, string said) => MarkupTest.VerifyAsync(Payload(
        $"public sealed class P {{ public {type}? {{|SSE201:X|}} {{ get; set; }} }}\npublic class Mine : System.Net.WebProxy;"), said);

    [Theory]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("KeyValuePair<Range, Tuple<int, Index>>")]
    [InlineData("Microsoft.AspNetCore.Http.HostString")]
    [InlineData("Exceptional")]
    public Task A_type_whose_order_is_known(string type) => MarkupTest.VerifyAsync(Payload(
        $"public sealed class P {{ public {type}? X {{ get; set; }} }}\npublic class Exceptional : EventArgs {{ public int B {{ get; }} public int A {{ get; }} }}"));

    [Fact]
    public Task A_collection_with_derived_types_is_an_object() => MarkupTest.VerifyAsync(Payload("""
        public sealed class P { public Many? {|SSE201:X|} { get; set; } }
        [JsonDerivedType(typeof(More), "more")] public class Many : List<string>;
        public class More : Many;
        """), "a collection with derived types");

    [Fact]
    public Task An_attribute_that_makes_its_converter_by_itself_is_lost_in_metadata() => MarkupTest.VerifyAsync(Payload("""
        public sealed class P { [Own] public int {|SSE201:X|} { get; set; } }
        public sealed class OwnAttribute : JsonConverterAttribute;
        """), "[OwnAttribute] makes its converter by itself");

    private const string Derived = """

        public class D : P;
        public class E : P { public int Kind { get; set; } }
        public class G<T> : P;
        public class Apart;
        """;

    private static string Payload(string types) => $$"""
        using System.Text.Json.Serialization;
        {{types}}
        public sealed class OfObjects : JsonConverter<object>
        {
            public override object? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => null;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, object value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNullValue();
        }
        public sealed class OfAnything : JsonConverter<object>
        {
            public override bool CanConvert(Type type) => true;
            public override object? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => null;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, object value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNullValue();
        }
        public static class Streams
        {
            [EventStream("/")]
            public static IAsyncEnumerable<P> M() => null!;
        }
        """;
}
