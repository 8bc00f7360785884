using SseGen.TestKit;

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
    public Task An_invalid_pattern(string pattern) => AnalyzerRun.VerifyAsync($$"""
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
    public Task A_return_type_that_is_no_stream(string type) => AnalyzerRun.VerifyAsync($$"""
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
    public Task A_method_that_generated_code_cannot_reach(string type, string modifiers, string end) => AnalyzerRun.VerifyAsync($$"""
        {{type}}
        {
            [EventStream("/")]
            {{modifiers}} IAsyncEnumerable<int> {|SSE003:M|}() => throw null!;
        } {{end}}
        """);

    [Theory]
    [InlineData("public static class S", "M<T>")]
    [InlineData("public static class S<T>", "M")]
    [InlineData("public static class Outer<T> { public static class S", "M", "}")]
    public Task A_generic_handler(string type, string method, string end = "") => AnalyzerRun.VerifyAsync($$"""
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
    public Task A_parameter_that_nothing_can_be_bound_to(string parameters) => AnalyzerRun.VerifyAsync($$"""
        public static class S
        {
            [EventStream("/")]
            public static IAsyncEnumerable<int> M({{parameters}}) => throw null!;
        }
        """);

    [Fact]
    public Task Places_where_the_attribute_has_no_effect() => AnalyzerRun.VerifyAsync("""
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
    public Task Settings_that_cannot_be() => AnalyzerRun.VerifyAsync("""
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
    public Task A_name_that_no_entry_point_can_have(string name) => AnalyzerRun.VerifyAsync($$"""
        [assembly: {|SSE009:EventStreamEndpoints("{{name}}")|}]
        """);
}
