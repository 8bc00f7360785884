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
    [InlineData("[JsonPropertyName(null!)] public int {|SSE209:X|} => 1;", "is null")]
    [InlineData("[JsonExtensionData] public required Dictionary<string, System.Text.Json.JsonElement> {|SSE209:X|} { get; set; }", "cannot be required")]
    [InlineData("[JsonConverter(typeof(Unmade))] public int {|SSE209:X|} { get; set; }", "'Unmade' is no converter")]
    [InlineData("[JsonConverter(typeof(P))] public int {|SSE209:X|} { get; set; }", "'P' is no converter")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int {|SSE209:X|} { set { } }", "WhenWritingDefault")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public string {|SSE209:X|} { set { } }", "for numbers")]
    [InlineData("[JsonConverter(typeof(OfObjects))] public string {|SSE209:X|} { set { } }", "'OfObjects' converts 'object'")]
    [InlineData("public Span<int> {|SSE209:X|} { set { } }", "never written")]
    [InlineData("[JsonNumberHandling((JsonNumberHandling)77)] public int {|SSE209:X|} { get; set; }", "77 is no value of 'JsonNumberHandling'")]
    [InlineData("[JsonObjectCreationHandling((JsonObjectCreationHandling)(-1))] public List<int>? {|SSE209:X|} { get; set; }", "-1 is no value")]
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
    [InlineData("[System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public P() { } [JsonIgnore] public required int X { get; set; }")]
    [InlineData("[JsonIgnore] public Span<int> X { set { } } [JsonIgnore] public ref int Y => ref _y; private int _y;")]
    [InlineData("[JsonIgnore, JsonConverter(typeof(OfObjects)), JsonNumberHandling(JsonNumberHandling.WriteAsString)] public string? X { get; set; }")]
    public Task A_member_with_attributes_that_go_with_it(string members) => MarkupTest.VerifyAsync(Payload("public sealed class P { " + members + " }"));

    /// <summary>It is about reading; System.Text.Json looks at it whenever it meets the type.</summary>
    [Theory]
    [InlineData("public int {|SSE209:X|} { get; set; }", "for objects and for collections")]
    [InlineData("public string? {|SSE209:X|} { get; set; }", "for objects and for collections")]
    [InlineData("public int[]? {|SSE209:X|} { get; set; }", "for objects and for collections")]
    [InlineData("public IEnumerable<int>? {|SSE209:X|} { get; }", "for objects and for collections")]
    [InlineData("public IReadOnlyList<int>? {|SSE209:X|} { get; }", "for objects and for collections")]
    [InlineData("public IReadOnlyDictionary<string, int>? {|SSE209:X|} { get; }", "for objects and for collections")]
    [InlineData("public System.Collections.Immutable.ImmutableList<int>? {|SSE209:X|} { get; set; }", "for objects and for collections")]
    [InlineData("public S {|SSE209:X|} { get; }", "needs to get the value")]
    [InlineData("public U? {|SSE209:X|} { get; set; }", "discriminators")]
    [InlineData("public List<int>? {|SSE209:X|} { get; } public P(int a) { }", "constructor parameters")]
    [InlineData("public List<int>? X { get; }", "")]
    [InlineData("public ISet<int>? X { get; }", "")]
    [InlineData("public SortedDictionary<string, int>? X { get; set; }", "")]
    [InlineData("public Queue<int>? X { get; }", "")]
    [InlineData("public S X { get; set; }", "")]
    [InlineData("public S? X { get; init; }", "")]
    public Task A_member_that_is_to_be_populated(string member, string said) => MarkupTest.VerifyAsync(
        Payload("public sealed class P { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] " + member + """
             }
            public struct S { public int Y { get; set; } }
            [JsonDerivedType(typeof(V), "v")] public class U;
            public class V : U;
            """), said);

    [Theory]
    [InlineData("public class {|SSE209:P|} { [JsonConstructor] public P() { } [JsonConstructor] public P(int a) { } }", "one [JsonConstructor]")]
    [InlineData("[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public class {|SSE209:P|} { [JsonExtensionData] public System.Text.Json.Nodes.JsonObject? X { get; set; } }", "unmapped")]
    [InlineData("[JsonUnmappedMemberHandling((JsonUnmappedMemberHandling)2)] public class {|SSE209:P|} { public int X { get; set; } }", "2 is no value")]
    [InlineData("[JsonNumberHandling((JsonNumberHandling)8)] public class {|SSE209:P|} { public int X { get; set; } }", "8 is no value")]
    [InlineData("public class P { private int _x; public ref int {|SSE202:X|} => ref _x; }", "it is a reference")]
    [InlineData("public interface P { [JsonInclude] private int {|SSE201:X|} => 1; }", "only reflection reaches")]
    [InlineData("public class P { public O<int>.I<string>? Y { get; set; } }\n#pragma warning disable CS0693\npublic class O<T> { public class I<T> { [JsonInclude] private int {|SSE201:X|} { get; set; } } }", "hides a type parameter")]
    public Task A_type_that_contradicts_itself(string type, string said) => MarkupTest.VerifyAsync(Payload(type), said);

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
    [InlineData("""{|SSE209:E|} { [JsonStringEnumMemberName(null!)] A }""", "no name for 'A'")]
    [InlineData("""{|SSE209:E|} { A = 1, [JsonStringEnumMemberName("")] B = 1 }""", "no name for 'B'")]
    [InlineData("""E { [JsonStringEnumMemberName("a,b")] A }""", "")]
    public Task A_name_of_an_enums_value(string declaration, string said) => MarkupTest.VerifyAsync(Payload(
        $"[JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum {declaration}\npublic sealed record P(E X);"), said);

    /// <summary>System.Text.Json makes the names ready even where it will not write them.</summary>
    [Theory]
    [InlineData("public sealed record P(E X);")]
    [InlineData("public sealed record P(E? X, List<E> Y, E Z);")]
    [InlineData("public sealed record P(Dictionary<E, int> X, E Y);")]
    [InlineData("public sealed record P([property: JsonConverter(typeof(JsonNumberEnumConverter<E>))] E X);")]
    public Task A_name_of_an_enums_value_that_is_written_by_number(string payload) => MarkupTest.VerifyAsync(Payload(
        """public enum {|SSE209:E|} { [JsonStringEnumMemberName("")] A, [JsonStringEnumMemberName("a ")] B }""" + "\n" + payload), "no name for 'A'");

    [Fact]
    public Task Names_are_nothing_to_a_converter_of_the_users() => MarkupTest.VerifyAsync(Payload(
        """[JsonConverter(typeof(OfE))] public enum E { [JsonStringEnumMemberName("")] A }""" + "\n" + """
        public sealed record P(E X);
        public sealed class OfE : JsonConverter<E>
        {
            public override E Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => default;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, E value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNullValue();
        }
        """));

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
        public abstract class Unmade : JsonConverter<int>;
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
