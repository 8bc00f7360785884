namespace SseGen.Generator.Tests.Analysis;

/// <summary>Each shape that is refused is refused on the user's line, and nothing else is reported.</summary>
public sealed class EndpointShapeAnalyzerTests
{
    [Theory]
    [InlineData("/{")]
    [InlineData("/{}")]
    [InlineData("/{a")]
    [InlineData("/a}")]
    [InlineData("/{a}{b}")]
    [InlineData("/{a}/{a}")]
    [InlineData("/{a}/{A}")]
    [InlineData("/{*a}/b")]
    [InlineData("/x{*a}")]
    [InlineData("/{a?}x")]
    [InlineData("/{a}-{b?}")]
    [InlineData("/{a=1?}")]
    [InlineData("/{*a?}")]
    [InlineData("/a//b")]
    [InlineData("~a")]
    [InlineData("/a?b")]
    public Task An_invalid_pattern(string pattern) => MarkupTest.VerifyAsync($$"""
        public static class Streams
        {
            [EventStream({|SSE001:"{{pattern}}"|})]
            public static IAsyncEnumerable<int> M() => null!;
        }
        """);

    [Theory]
    [InlineData("int")]
    [InlineData("IEnumerable<int>")]
    [InlineData("Task")]
    [InlineData("void")]
    [InlineData("Task<int>")]
    [InlineData("Task<Task<IAsyncEnumerable<int>>>")]
    [InlineData("List<int>")]
    public Task A_return_type_that_is_no_stream(string type) => MarkupTest.VerifyAsync($$"""
        public static class Streams
        {
            [EventStream("/")]
            public static {{type}} {|SSE002:M|}() => throw null!;
        }
        """);

    [Theory]
    [InlineData("public static class S", "private static", "")]
    [InlineData("public class S", "protected static", "")]
    [InlineData("public class S", "private protected static", "")]
    [InlineData("file static class S", "public static", "")]
    [InlineData("public static class Outer { private static class S", "public static", "}")]
    public Task A_method_that_generated_code_cannot_reach(string type, string modifiers, string end) => MarkupTest.VerifyAsync($$"""
        {{type}}
        {
            [EventStream("/")]
            {{modifiers}} IAsyncEnumerable<int> {|SSE003:M|}() => throw null!;
        } {{end}}
        """);

    [Theory]
    [InlineData("Old {|SSE003:v|}")]
    [InlineData("Old? {|SSE003:v|}")]
    [InlineData("Old[] {|SSE003:v|}")]
    [InlineData("int a, [FromServices] IReadOnlyList<Old?> {|SSE003:v|}, string b")]
    [InlineData("[FromBody] Old {|SSE003:v|}")]
    [InlineData("[AsParameters] Old {|SSE003:v|}")]
    [InlineData("[AsParameters] Members {|SSE003:v|}")]
    [InlineData("[AsParameters] OldMember {|SSE003:v|}")]
    [InlineData("[AsParameters] OldSetter {|SSE003:v|}")]
    [InlineData("[AsParameters] OldConstructor {|SSE003:v|}")]
    [InlineData("[AsParameters] OldConstructed {|SSE003:v|}")]
    [InlineData("Old.Inner {|SSE003:v|}")]
    public Task A_type_of_a_parameter_that_generated_code_cannot_reach(string parameters) => MarkupTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        [Obsolete("Gone.", error: true)] public sealed class Old
        {
            public int Page { get; set; }
            public sealed class Inner { public int Page { get; set; } }
        }
        public sealed class Members { [Obsolete] public Old? Page { get; set; } }
        public sealed class OldMember { [Obsolete("Gone.", error: true)] public int Page { get; set; } }
        public sealed class OldSetter { public int Page { get; [Obsolete("Gone.", error: true)] set; } }
        [method: Obsolete("Gone.", error: true)] public sealed class OldConstructor(int page) { public int Page { get; } = page; }
        public sealed class OldConstructed { [Obsolete] public OldConstructed(Old page) => Page = page; [Obsolete] public Old Page { get; } }
        public static class S
        {
            [EventStream("/")]
            [Obsolete] // In what is obsolete itself the compiler lets the type be used.
            public static IAsyncEnumerable<int> M({{parameters}}) => throw null!;
        }
        """);

    [Fact]
    public Task What_is_obsolete_or_required_is_said_where_the_user_uses_it_and_nowhere_else() => MarkupTest.VerifyAsync("""
        #pragma warning disable CS0612, CS0618
        using System.Diagnostics.CodeAnalysis;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        [Obsolete] public sealed record Old(int Page);
        public sealed class OldMember { [Obsolete] public int Page { get; set; } }
        public sealed class OldSetter { public int Page { get; [Obsolete] set; } }
        [method: Obsolete] public sealed record OldConstructor(int Page);
        public class RequiredBase { public required int Field; }
        public sealed class Required(int page) : RequiredBase { public int Page { get; } = page; public required string Word { get; init; } }
        public sealed class Both { public Both(int page) => Page = page; public required int Page { get; set; } }
        public sealed class Set { [SetsRequiredMembers] public Set(int page) => Page = page; public required int Page { get; set; } }
        public sealed class Held([FromKeyedServices(1)] OldService service)
        {
            [EventStream("/held")] public IAsyncEnumerable<int> M() => throw new NotSupportedException(service.ToString());
        }
        [Obsolete] public sealed class OldService;
        public static class S
        {
            [EventStream("/a")] public static IAsyncEnumerable<int> A([AsParameters] Old old, [AsParameters] OldMember member) => throw null!;
            [EventStream("/b")] public static IAsyncEnumerable<int> B([AsParameters] OldSetter setter, [AsParameters] OldConstructor made) => throw null!;
            [EventStream("/c")] public static IAsyncEnumerable<int> C([AsParameters] Required required, [AsParameters] Both both, [AsParameters] Set set) => throw null!;
        }
        public static class T
        {
            [EventStream("/d")] public static IAsyncEnumerable<Old> D([FromServices] IEnumerable<OldService> services) => throw null!;
        }
        public static class U
        {
            [EventStream("/e")] public static IAsyncEnumerable<int> E([AsParameters] Required required, [AsParameters] Both both, [AsParameters] Set set) => throw null!;
        }
        """);

    [Theory]
    [InlineData("public static class S", "M<T>")]
    [InlineData("public static class S<T>", "M")]
    [InlineData("public static class Outer<T> { public static class S", "M", "}")]
    public Task A_generic_handler(string type, string method, string end = "") => MarkupTest.VerifyAsync($$"""
        {{type}}
        {
            [EventStream("/")]
            public static IAsyncEnumerable<int> {{method.Replace("M", "{|SSE004:M|}", StringComparison.Ordinal)}}() => throw null!;
        } {{end}}
        """);

    [Theory]
    [InlineData("ref int {|SSE005:a|}")]
    [InlineData("in int {|SSE005:a|}")]
    [InlineData("ReadOnlySpan<char> {|SSE005:a|}")]
    [InlineData("dynamic {|SSE005:a|}")]
    [InlineData("params int[] {|SSE005:a|}")]
    [InlineData("ref int {|SSE005:a|}, in int {|SSE005:b|}")]
    public Task A_parameter_that_nothing_can_be_bound_to(string parameters) => MarkupTest.VerifyAsync($$"""
        public static class S
        {
            [EventStream("/")]
            public static IAsyncEnumerable<int> M({{parameters}}) => throw null!;
        }
        """);

    [Fact]
    public Task Places_where_the_attribute_has_no_effect() => MarkupTest.VerifyAsync("""
        public interface IStreams
        {
            [EventStream("/")] IAsyncEnumerable<int> {|SSE006:M|}();
        }

        public static class S
        {
            public static IAsyncEnumerable<int> P { [EventStream("/")] {|SSE006:get|} => throw null!; }

            public static void M()
            {
                [EventStream("/")] static IAsyncEnumerable<int> {|SSE006:Local|}() => throw null!;
                Func<IAsyncEnumerable<int>> lambda = {|SSE006:[EventStream("/")] static () => throw null!|};
                _ = (Local(), lambda);
            }
        }
        """);

    [Fact]
    public Task Settings_that_cannot_be() => MarkupTest.VerifyAsync("""
        public static class S
        {
            [EventStream("/a", HttpMethod = {|SSE007:"PUT"|})]
            public static IAsyncEnumerable<int> A() => throw null!;

            [EventStream("/b", EventType = {|SSE008:"error"|}, CompletionEventType = {|SSE008:"a\nb"|}, Name = {|SSE008:""|})]
            public static IAsyncEnumerable<int> B() => throw null!;

            [EventStream("/c", HeartbeatSeconds = {|SSE008:-2|}, SendTimeoutSeconds = {|SSE008:double.NaN|}, MaxDurationSeconds = {|SSE008:1e300|}, RetryMilliseconds = {|SSE008:-5|})]
            public static IAsyncEnumerable<int> C() => throw null!;

            [EventStream("/d", HttpMethod = "post", EventType = "done", CompletionEventType = "completed", HeartbeatSeconds = 0, SendTimeoutSeconds = EventStreamAttribute.Inherit)]
            public static IAsyncEnumerable<int> D() => throw null!;
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("class")]
    [InlineData("MapEventStreams")]
    public Task A_name_that_no_entry_point_can_have(string name) => MarkupTest.VerifyAsync($$"""
        [assembly: {|SSE009:EventStreamEndpoints("{{name}}")|}]
        """);

    [Theory]
    [InlineData("[FromRoute] string {|SSE301:other|}")]
    [InlineData("[FromRoute(Name = \"other\")] string {|SSE301:id|}")]
    [InlineData("[FromRoute(Name = \"ID\")] string? other")]
    [InlineData("int {|SSE302:id|}")]
    [InlineData("[FromRoute] Guid {|SSE302:id|}")]
    [InlineData("int id = 1")]
    [InlineData("IEnumerable<int> {|SSE303:pages|}")]
    [InlineData("List<string> {|SSE303:words|}, IReadOnlyList<DayOfWeek> {|SSE303:days|}")]
    [InlineData("IEnumerable<IServiceProvider> services, [FromServices] IEnumerable<int> numbers, int[] pages")]
    [InlineData("[LastEventId] long {|SSE304:after|}")]
    [InlineData("[LastEventId] long? after, [LastEventId] string? text, [LastEventId] int number = 0")]
    public Task A_parameter_that_hardly_binds_as_meant(string parameters) => MarkupTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        public static class S
        {
            [EventStream("/{id?}")]
            public static IAsyncEnumerable<int> M({{parameters}}) => throw null!;
        }
        """);

    [Fact]
    public Task A_cache_of_the_output() => MarkupTest.VerifyAsync("""
        using Microsoft.AspNetCore.OutputCaching;
        public static class S
        {
            [EventStream("/a")] [OutputCache] public static IAsyncEnumerable<int> {|SSE305:A|}() => throw null!;
            [EventStream("/b")] [OutputCache(NoStore = true)] public static IAsyncEnumerable<int> B() => throw null!;
        }
        [OutputCache] public static class T
        {
            [EventStream("/c")] public static IAsyncEnumerable<int> {|SSE305:C|}() => throw null!;
        }
        """);

    [Fact]
    public Task Members_that_validation_would_pass_over() => MarkupTest.VerifyAsync("""
        #pragma warning disable ASP0029 // [ValidatableType] is still marked as experimental.
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Mvc;
        public sealed record Page([property: Range(1, 9)] int Size);
        public sealed record Other([Range(1, 9)] int Size);
        [Microsoft.Extensions.Validation.ValidatableType] public sealed record Seen([Range(1, 9)] int Size);
        public class Base { [Required] public string? Word { get; set; } }
        public sealed class Derived : Base;
        public sealed record Outer(IReadOnlyList<Inner?> Inners);
        public sealed record Inner(Other[] Others);
        public sealed class Self : IValidatableObject
        {
            public Self? Next { get; set; }
            public IEnumerable<ValidationResult> Validate(ValidationContext context) => [];
        }
        public sealed record Plain(int Size, Plain? Next, string Word, Dictionary<string, Plain> More);
        public readonly record struct Box([Range(1, 9)] int Size);
        public sealed class Settings { [Range(1, 9)] public int Size { get; set; } }
        public static class S
        {
            [EventStream("/a")] public static IAsyncEnumerable<int> A([AsParameters] Page {|SSE306:page|}, [Range(1, 3)] int number) => throw null!;
            [EventStream("/b", HttpMethod = "POST")] public static IAsyncEnumerable<int> B(Other {|SSE306:other|}) => throw null!;
            [EventStream("/c")] public static IAsyncEnumerable<int> C([AsParameters] Seen seen) => throw null!;
            [EventStream("/d", HttpMethod = "POST")] public static IAsyncEnumerable<int> D([FromBody] Derived {|SSE306:derived|}) => throw null!;
            [EventStream("/e", HttpMethod = "POST")] public static IAsyncEnumerable<int> E(Outer {|SSE306:outer|}) => throw null!;
            [EventStream("/f", HttpMethod = "POST")] public static IAsyncEnumerable<int> F(List<Inner> {|SSE306:inners|}) => throw null!;
            [EventStream("/g", HttpMethod = "POST")] public static IAsyncEnumerable<int> G(Self {|SSE306:self|}) => throw null!;
            [EventStream("/h", HttpMethod = "POST")] public static IAsyncEnumerable<int> H(Plain plain) => throw null!;
            [EventStream("/i", HttpMethod = "POST")] public static IAsyncEnumerable<int> I(Seen seen) => throw null!;
            [EventStream("/j")] public static IAsyncEnumerable<int> J([AsParameters] Derived {|SSE306:derived|}, [AsParameters] Box {|SSE306:box|}) => throw null!;
            [EventStream("/k", HttpMethod = "POST")] public static IAsyncEnumerable<int> K(Box? {|SSE306:box|}) => throw null!;
            [EventStream("/l")] public static IAsyncEnumerable<int> L([FromServices] Settings settings, [FromKeyedServices(1)] Settings keyed) => throw null!;
        }
        """);

    [Theory]
    [InlineData("[FromQuery] object {|SSE005:v|}")]
    [InlineData("[FromHeader] List<int> {|SSE005:v|}")]
    [InlineData("[FromRoute] int[] {|SSE005:id|}")]
    [InlineData("[FromQuery] object[] {|SSE005:v|}")]
    [InlineData("[LastEventId] int[]? {|SSE005:v|}")]
    [InlineData("WrongTryParse {|SSE005:v|}")]
    [InlineData("[FromQuery] WrongTryParse {|SSE005:v|}")]
    [InlineData("WrongBindAsync {|SSE005:v|}")]
    [InlineData("Ambiguous {|SSE005:v|}")]
    [InlineData("[FromBody] object a, [FromBody] object {|SSE005:b|}")]
    [InlineData("[FromBody] object a, IFormFile {|SSE005:b|}")]
    [InlineData("int body, [FromBody] object a, [AsParameters] WithBody {|SSE005:b|}")]
    [InlineData("[AsParameters] WithBody b, IFormFile {|SSE005:c|}")]
    [InlineData("[FromForm] object {|SSE005:v|}")]
    [InlineData("[FromForm] string[] {|SSE005:v|}")]
    [InlineData("[AsParameters] FormTexts {|SSE005:v|}")]
    [InlineData("[FromForm(Name = \"x\")] IFormCollection {|SSE005:v|}")]
    [InlineData("[FromServices, FromKeyedServices(1)] IServiceProvider {|SSE005:v|}")]
    [InlineData("[AsParameters] Query? {|SSE005:v|}")]
    [InlineData("[AsParameters] Value? {|SSE005:v|}")]
    [InlineData("[AsParameters] Abstract {|SSE005:v|}")]
    [InlineData("[AsParameters] Several {|SSE005:v|}")]
    [InlineData("[AsParameters] Hidden {|SSE005:v|}")]
    [InlineData("[AsParameters] Unmatched {|SSE005:v|}")]
    [InlineData("[AsParameters] Nested {|SSE005:v|}")]
    [InlineData("[AsParameters] Indexed {|SSE005:v|}")]
    [InlineData("[AsParameters] int[] {|SSE005:v|}")]
    [InlineData("EventStreamWriter<int> {|SSE005:v|}")]
    public Task An_attribute_or_type_that_does_not_fit(string parameters) => MarkupTest.VerifyAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        public static class S
        {
            [EventStream("/{id}")]
            public static IAsyncEnumerable<int> M({{parameters}}) => throw null!;
        }
        public sealed class WrongTryParse { public static bool TryParse(string text) => text.Length > 0; }
        public sealed class WrongBindAsync { public static Task<WrongBindAsync> BindAsync(HttpContext context) => throw null!; }
        public interface IOne { static bool TryParse(string text, out Ambiguous value) => throw null!; }
        public interface ITwo { static bool TryParse(string text, out Ambiguous value) => throw null!; }
        public sealed class Ambiguous : IOne, ITwo;
        public sealed record WithBody([FromBody] object Body);
        public sealed record FormTexts([FromForm] string?[]? Texts);
        public class Query { public int Page { get; set; } }
        public struct Value { public int Page { get; set; } }
        public abstract class Abstract { public int Page { get; set; } }
        public sealed class Several { public Several(int a) => A = a; public Several(int a, int b) => A = a + b; public int A { get; } }
        public sealed class Hidden { private Hidden() { } }
        public sealed class Unmatched { public Unmatched(int a, int b) => A = a + b; public int A { get; } }
        public sealed record Nested([AsParameters] Query Query);
        public sealed class Indexed { public int this[int index] { get => index; set => _ = value; } }
        """);

    [Theory]
    [InlineData("Task", "EventStreamWriter<int> a, EventStreamWriter<int> b")]
    [InlineData("Task<EventStreamWriter<int>>", "")]
    [InlineData("EventStreamResult<int>", "")]
    public Task A_push_handler_has_one_writer_and_a_result_is_awaited(string type, string parameters) => MarkupTest.VerifyAsync($$"""
        public static class S
        {
            [EventStream("/")]
            public static {{type}} {|SSE002:M|}({{parameters}}) => throw null!;
        }
        """);
}
