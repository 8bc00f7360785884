using SseGen.Generator.Tests.Analysis;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>The entry point is always there: whoever has no handler, or a wrong one, sees that error and no other.</summary>
public sealed class WrongHandlerTests
{
    private const string Calls = """
        public static class Startup
        {
            public static void Configure(WebApplication app) => app.MapEventStreams().RequireAuthorization();
        }
        """;

    [Fact]
    public void A_project_without_handlers_has_the_entry_point() => GeneratorRun.Of(Calls);

    [Fact]
    public void An_empty_project_compiles() => GeneratorRun.Of(new SourceProject());

    [Theory]
    [InlineData("[EventStream(\"/a\")] public static int NotAStream() => 1;")]
    [InlineData("[EventStream(\"/a\")] public static IEnumerable<int> NotAsync() => [];")]
    [InlineData("[EventStream(\"/a\")] private static IAsyncEnumerable<int> Hidden() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\")] public static IAsyncEnumerable<T> Generic<T>() => throw new NotSupportedException();")]
    [InlineData("[Obsolete(\"\", true), EventStream(\"/a\")] public static IAsyncEnumerable<int> Obsolete() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/{\")] public static IAsyncEnumerable<int> Pattern() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\")] public static IAsyncEnumerable<int> ByReference(ref int a) => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\", HttpMethod = \"PUT\")] public static IAsyncEnumerable<int> Method() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\", EventType = \"a\\nb\")] public static IAsyncEnumerable<int> Type() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\")] public unsafe static IAsyncEnumerable<int> Pointer(int a, IntPtr* b) => throw new NotSupportedException();")]
    public async Task A_wrong_handler_goes_and_the_others_stay(string handler)
    {
        var project = SourceProject.Of($$"""
            {{Calls}}
            public static class Feed
            {
                {{handler}}
                [EventStream("/right")] public static IAsyncEnumerable<int> Right(CancellationToken token) => throw new NotSupportedException();
            }
            """);

        var run = handler.Contains("unsafe", StringComparison.Ordinal) ? GeneratorRun.OfBroken(project, "CS0227") : GeneratorRun.Of(project);

        Assert.Contains("\"/right\"", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/a\"", run.Text, StringComparison.Ordinal);
        var reported = await AnalyzerRun.DiagnosticsAsync(project);
        Assert.Single(reported, diagnostic => diagnostic.Id.StartsWith("SSE0", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[EventStream(\"/a\")] public static IAsyncEnumerable<Missing> All() => throw new NotSupportedException();", "CS0246")]
    [InlineData("[EventStream(\"/a\")] public static IAsyncEnumerable<int> All(Missing a) => throw new NotSupportedException();", "CS0246")]
    [InlineData("[EventStream(Missing)] public static IAsyncEnumerable<int> All() => throw new NotSupportedException();", "CS0103")]
    [InlineData("[EventStream()] public static IAsyncEnumerable<int> All() => throw new NotSupportedException();", "CS7036")]
    [InlineData("[EventStream(null!)] public static IAsyncEnumerable<int> All() => throw new NotSupportedException();")]
    [InlineData("[EventStream(\"/a\")] public static IAsyncEnumerable<int> All(int a, int a) => throw new NotSupportedException();", "CS0100")]
    public void Code_that_is_being_typed_brings_no_error_in_generated_code(string handler, params string[] errors) =>
        GeneratorRun.OfBroken(SourceProject.Of($$"""
            {{Calls}}
            public static class Feed
            {
                {{handler}}
            }
            """), errors);

    [Theory]
    [InlineData("public Missing A { get; set; }", "CS0246")]
    [InlineData("public List<Missing?> A { get; set; } = [];", "CS0246")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(Missing))] public int A { get; set; }", "CS0246")]
    [InlineData("public int A { get; set; } public int A { get; set; }", "CS0102")]
    [InlineData("public int A { get; set; } public string? A { get; set; } public int B { get; set; }", "CS0102")]
    [InlineData("public int A { get; set; } [System.Text.Json.Serialization.JsonInclude] public int A;", "CS0102")]
    [InlineData("public int A { get; set; } public void A() { }", "CS0102")]
    [InlineData("[EventId] public int A { get; set; } [EventId] public int A { get; set; }", "CS0102")]
    [InlineData("[EventType] public string? A { get; set; } public string? A { get; set; }", "CS0102")]
    [InlineData("[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))] public enum Kind { One, Two, One } public Kind A { get; set; }", "CS0102")]
    [InlineData("public sealed record Inner(int A, int A); public Inner? B { get; set; }", "CS0100", "CS0102")]
    [InlineData("public sealed class Inner { public int A { get; set; } } public sealed class Inner { public int A { get; set; } } public Inner? B { get; set; }", "CS0102")]
    public async Task A_payload_that_is_being_typed_brings_no_further_error(string member, params string[] errors)
    {
        var project = SourceProject.Of($$"""
            {{Calls}}
            public sealed class Item
            {
                {{member}}
            }
            public static class Feed
            {
                [EventStream("/a")] public static IAsyncEnumerable<Item> All() => throw new NotSupportedException();
            }
            """);

        GeneratorRun.OfBroken(project, errors);
        Assert.All(await AnalyzerRun.DiagnosticsAsync(project), diagnostic => Assert.Contains(diagnostic.Id, errors));
    }

    [Fact]
    public Task A_file_local_class_cannot_be_reached() => MarkupTest.VerifyAsync("""
        file static class Feed
        {
            [EventStream("/a")] public static IAsyncEnumerable<int> {|SSE003:All|}(CancellationToken token) => throw new NotSupportedException();
        }
        """);
}
