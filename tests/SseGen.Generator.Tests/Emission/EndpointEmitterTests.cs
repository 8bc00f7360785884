using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

/// <summary>
/// Forms of handlers. <see cref="GeneratorRun"/> requires that what is generated for each compiles without a warning and is cached; that it
/// works, the end-to-end tests show.
/// </summary>
public sealed class EndpointEmitterTests
{
    [Theory]
    [InlineData("public static IAsyncEnumerable<int> M() => null!;")]
    [InlineData("internal static IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<int>> M() => null!;")]
    [InlineData("public static EventSubscription<int> M(EventTopic<int> topic, EventStreamContext context) => topic.Subscribe(context);")]
    [InlineData("public static Task<EventSubscription<int>> M() => null!;")]
    [InlineData("public static Task<IAsyncEnumerable<int>> M() => null!;")]
    [InlineData("public static ValueTask<IAsyncEnumerable<int>> M() => default;")]
    [InlineData("protected internal static IAsyncEnumerable<string?> M(string? @class = null, int @event = -1) => null!;")]
    [InlineData("public IAsyncEnumerable<int> M(string text = \"\\\"\\n{0}\") => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(DayOfWeek day = DayOfWeek.Sunday, DayOfWeek? other = (DayOfWeek)(-1)) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(byte a = 1, short b = -2, uint c = 3, long d = -4, ulong e = 5, float f = 1.5f, double g = double.NaN, decimal h = 1.10m, char i = '\\'', bool j = true) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(Guid id = default, int? page = null, TimeSpan? wait = null, string? text = default) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(HttpContext endpoint, string request = \"\", string stream = \"\", string options = \"\", string handler = \"\", string httpContext = \"\", string inferred = \"\", string parameters = \"\", string invocation = \"\") => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(Dictionary<string, string?> services, List<(int A, string? B)> tuples) => null!;")]
    [InlineData("[Obsolete] public static IAsyncEnumerable<int> M() => null!;")]
    [InlineData("[Obsolete(\"old\")] public IAsyncEnumerable<int> M() => null!;")]
    [InlineData("public static IAsyncEnumerable<int> Equals() => null!;")]
    [InlineData("public static IAsyncEnumerable<int> SseGen(int System, int global) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(dynamic? service) => null!;", "SSE005")]
    [InlineData("#nullable disable\npublic static IAsyncEnumerable<string> M(string text, Uri link) => null;\n#nullable restore")]
    public void A_method_becomes_an_endpoint(string method, string? diagnostic = null)
    {
        var run = GeneratorRun.Of($$"""
            namespace Demo;

            public class Streams
            {
                [EventStream("/m")]
                {{method}}
            }
            """);

        Assert.Equal(diagnostic is null, run.Files.ContainsKey("Demo.Streams.g.cs"));
    }

    [Theory]
    [InlineData("{id:regex(^\\\\d{{2}}\\\"$)}")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/a/*/<b>&/*comment*/")]
    public void Any_pattern_is_written_as_it_is(string pattern) => GeneratorRun.Of($$"""
        public static class Streams
        {
            [EventStream("{{pattern}}", EventType = "a\"b", Name = "n", Shutdown = EventStreamShutdown.Drain, HeartbeatSeconds = 1.5, RetryMilliseconds = 10)]
            public static IAsyncEnumerable<int> M() => null!;
        }
        """);

    [Fact]
    public void Methods_of_one_name_and_classes_in_classes_do_not_collide() => GeneratorRun.Of("""
        namespace Demo
        {
            public static partial class Outer
            {
                [EventStream("/a")] public static IAsyncEnumerable<int> M() => null!;
                [EventStream("/b")] public static IAsyncEnumerable<int> M(int page) => null!;
                [EventStream("/c")] public static IAsyncEnumerable<int> MEndpoint() => null!;

                public static class Inner
                {
                    [EventStream("/d")] public static IAsyncEnumerable<int> M() => null!;
                }
            }

            public static class Outer_Inner
            {
                [EventStream("/e")] public static IAsyncEnumerable<int> M() => null!;
            }
        }

        public static class Global
        {
            [EventStream("/f")] public static IAsyncEnumerable<int> M() => null!;
        }
        """);

    [Fact]
    public void A_partial_class_may_be_spread_over_files() => GeneratorRun.Of(new SourceProject()
        .With("A.cs", "public static partial class Streams { [EventStream(\"/a\")] public static partial IAsyncEnumerable<int> A(int page); }")
        .With("B.cs", "public static partial class Streams { public static partial IAsyncEnumerable<int> A(int page) => null!; [EventStream(\"/b\")] public static IAsyncEnumerable<int> B() => null!; }"));

    [Theory]
    [InlineData("public sealed class H(IServiceProvider services, [FromKeyedServices(\"k\")] Uri? link = null, [FromKeyedServices(DayOfWeek.Monday)] string day = \"\", int count = 3) { public object Services => (services, link, day, count);")]
    [InlineData("public sealed record H(TimeProvider Time) {")]
    [InlineData("public readonly struct H {")]
    [InlineData("public readonly record struct H(TimeProvider Time) {")]
    [InlineData("public abstract class H {")]
    [InlineData("public sealed class H { private H() { }")]
    [InlineData("public sealed class H { public required string Name { get; init; }")]
    [InlineData("public sealed class H { public H() { } [ActivatorUtilitiesConstructor] public H(TimeProvider time) => _ = time;")]
    public void An_instance_is_constructed_or_taken_from_the_container(string type) => GeneratorRun.Of($$"""
        namespace Demo;

        {{type}}
            [EventStream("/m")]
            public IAsyncEnumerable<int> M(int page) => null!;
        }
        """);

    [Theory]
    [InlineData("public static System.Threading.Channels.ChannelReader<int> M() => null!;")]
    [InlineData("public static Task<System.Threading.Channels.ChannelReader<string>> M(int a) => null!;")]
    [InlineData("public static async Task<EventStreamResult<int>> M(int a) { await Task.Yield(); return a > 0 ? TypedResults.NotFound() : EventStreamResult.Reject(Results.Ok()); }")]
    [InlineData("public static ValueTask<EventStreamResult<string?>> M() => throw null!;")]
    [InlineData("public static Task M(EventStreamWriter<int> stream, CancellationToken token) => Task.CompletedTask;")]
    [InlineData("public ValueTask M(string a, EventStreamWriter<System.Net.ServerSentEvents.SseItem<int>> writer) => default;")]
    [InlineData("public static IAsyncEnumerable<int> M([LastEventId] long? after, EventStreamContext context) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(int[] a, int?[] b, string[]? c, Uri?[] d, DayOfWeek[] e, [FromHeader] int[] f, StringValues g, StringValues? h, [FromHeader(Name = \"X-A\")] StringValues i) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M([FromQuery(Name = \"x-y\")] int a, [FromHeader(Name = \"\")] string? b, [FromQuery, FromHeader(Name = \"c\")] string c, [Custom(\"d\")] string d) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M([FromServices] TimeProvider a, [FromServices] TimeProvider? b, [FromKeyedServices(\"k\")] TimeProvider c, [FromKeyedServices(DayOfWeek.Friday)] TimeProvider? d, [FromKeyedServices(typeof(string))] object e) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(Plain a, Plain? b, WithInfo c, NullableStruct? d, Bindable e, Inherited f) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(Parsed a, Parsed? b, ExplicitParsable c, Old d, OldStruct e, OldStruct? f) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M([AsParameters] Query a, [AsParameters] Mutable b, [AsParameters] Point c, [AsParameters] Derived d) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M([FromBody] Dto a, Stream b, PipeReader c) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M([FromForm] int a, [FromForm] string? b, [FromForm] int[] c, IFormFile d, IFormFileCollection e, IFormCollection f, [FromForm(Name = \"x\")] IFormFile? g) => null!;")]
    [InlineData("public static IAsyncEnumerable<int> M(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) => null!;")]
    public void Every_source_of_an_argument_is_written(string method)
    {
        const string Types = """
            using System.IO.Pipelines;
            using System.Reflection;
            using Microsoft.AspNetCore.Http.Metadata;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Primitives;
            namespace Demo;
            public sealed record Dto(int Id);
            [AttributeUsage(AttributeTargets.Parameter)] public sealed class CustomAttribute(string name) : Attribute, IFromQueryMetadata { public string? Name => name; }
            public sealed class Plain { public static ValueTask<Plain?> BindAsync(HttpContext context) => default; }
            public sealed class WithInfo { public static ValueTask<WithInfo?> BindAsync(HttpContext context, ParameterInfo parameter) => default; }
            public struct NullableStruct { public static ValueTask<NullableStruct?> BindAsync(HttpContext context) => default; }
            public sealed class Bindable : IBindableFromHttpContext<Bindable> { static ValueTask<Bindable?> IBindableFromHttpContext<Bindable>.BindAsync(HttpContext context, ParameterInfo parameter) => default; }
            public abstract class Base { public static ValueTask<Inherited?> BindAsync(HttpContext context) => default; }
            public sealed class Inherited : Base;
            public sealed class Parsed { public static bool TryParse(string? text, IFormatProvider? provider, out Parsed? value) { value = null; return false; } }
            public sealed class Old { public static bool TryParse(string text, out Old value) { value = new(); return true; } }
            public struct OldStruct { public static bool TryParse(string text, out OldStruct value) { value = default; return true; } }
            public sealed class ExplicitParsable : IParsable<ExplicitParsable>
            {
                static ExplicitParsable IParsable<ExplicitParsable>.Parse(string s, IFormatProvider? provider) => new();
                static bool IParsable<ExplicitParsable>.TryParse(string? s, IFormatProvider? provider, out ExplicitParsable result) { result = new(); return true; }
            }
            public sealed record Query(int Page, [FromHeader(Name = "X-Size")] int Size, TimeProvider Time, CancellationToken Token, string @class = "none", string? Text = null);
            public class Mutable { public int Id { get; set; } public required string Name { get; init; } public int ReadOnly => 1; public EventStreamContext? Context { get; set; } }
            public sealed class Derived : Mutable { public string[]? Words { get; set; } }
            public readonly record struct Point(int X, int Y);
            """;

        GeneratorRun.Of(SourceProject.Of(Types + $$"""

            public class Streams
            {
                [EventStream("/get")]
                {{method}}
            }

            public class Posts
            {
                [EventStream("/post", HttpMethod = "POST")]
                {{method}}
            }
            """));
    }

    [Fact]
    public void A_body_is_inferred_for_POST()
    {
        var run = GeneratorRun.Of("""
            public sealed record Dto(int Id);
            public static class Streams
            {
                [EventStream("/a", HttpMethod = "POST")] public static IAsyncEnumerable<int> A(Dto dto, Dto? other = null) => null!;
                [EventStream("/b", HttpMethod = "POST")] public static IAsyncEnumerable<int> B(int[] ids) => null!;
            }
            """);

        Assert.Contains("endpoint.ServiceOrBody<int[]>", run.Text, StringComparison.Ordinal);
    }
}
