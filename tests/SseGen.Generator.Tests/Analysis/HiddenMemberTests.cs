using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Analysis;

/// <summary>
/// Members of another assembly that System.Text.Json finds by reflection, and of which the compiler makes no symbols. Of an assembly with
/// everything in it that can be said; of a reference assembly the run time must find out.
/// </summary>
public sealed class HiddenMemberTests
{
    private const string Library = """
        using System.Text.Json.Serialization;
        namespace Other;
        public class Open { public int A { get; set; } [JsonInclude] protected int B { get; set; } [JsonIgnore] public int C { get; set; } private int D { get; set; } }
        public class Hidden<T> { [JsonInclude] private int A { get; set; } public class Nested { [JsonInclude] internal T? B; } }
        public class Getter { [JsonInclude] public int A { private get; set; } [JsonInclude] public int B { get; private set; } }
        public class Field : Open { [JsonInclude] internal readonly int F = 1; }
        public class Heir : Field;
        public class Implicit : IImplicit { public int A => 1; [JsonInclude] int IImplicit.B => 2; }
        public interface IImplicit { int A { get; } int B { get; } }
        """;

    [Theory]
    [InlineData("Hidden<int>", "'Hidden.A' has [JsonInclude]")]
    [InlineData("Hidden<string>.Nested", "'Nested.B' has [JsonInclude]")]
    [InlineData("Getter", "'Getter.A' has [JsonInclude]")]
    [InlineData("Field", "'Field.F' has [JsonInclude]")]
    [InlineData("Heir", "'Field.F' has [JsonInclude]")]
    public async Task A_member_that_is_in_the_assembly_needs_metadata(string type, string said)
    {
        var found = await SaidAsync(Project(type, Compiled()));

        var diagnostic = Assert.Single(found);
        Assert.Equal("SSE201", diagnostic.Id);
        Assert.Contains(said, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("SSE201", Assert.Single(await SaidAsync(Project("P", Compiled(), $"public record P({type} X);"))).Id);
        Assert.Equal("SSE201", Assert.Single(await SaidAsync(Project("P", Compiled(), $"public class P : {type};"))).Id);
    }

    [Theory]
    [InlineData("Hidden<int>")]
    [InlineData("Heir")]
    public void With_a_context_metadata_writes(string type)
    {
        var run = GeneratorRun.Of(Project(type, Compiled(), $$"""
            [System.Text.Json.Serialization.JsonSerializable(typeof({{type}}))]
            partial class Context : System.Text.Json.Serialization.JsonSerializerContext
            {
                public Context() : base(null) { }
                public static Context Default => new();
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """));

        Assert.Contains("writer.WriteWithMetadata<", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Open")]
    [InlineData("Implicit")]
    public async Task A_type_that_hides_nothing_is_written(string type)
    {
        Assert.Empty(await SaidAsync(Project(type, Compiled())));
        Assert.DoesNotContain("HiddenMembers", GeneratorRun.Of(Project(type, Compiled())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_reference_assembly_the_run_time_is_asked()
    {
        var text = GeneratorRun.Of(Project("Heir", Compiled(isReference: true))).Text;

        Assert.Contains("HiddenMembers.Find<global::Other.Field>(showsInternals: false)", text, StringComparison.Ordinal);
        Assert.Contains("HiddenMembers.Find<global::Other.Open>(showsInternals: false)", text, StringComparison.Ordinal);
        Assert.Contains("(options, hidden)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_getter_that_a_reference_assembly_leaves_out_is_noticed() =>
        Assert.Equal("SSE201", Assert.Single(await SaidAsync(Project("Getter", Compiled(isReference: true)))).Id);

    [Fact]
    public async Task What_is_internal_and_shown_to_the_project_is_written()
    {
        const string Shown = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Demo\")]\n";
        foreach (var isReference in (bool[])[false, true])
        {
            var project = Project("Heir", Compiled(isReference, Shown));
            Assert.Empty(await SaidAsync(project));
            Assert.Contains("\"f\":", GeneratorRun.Of(project).Text, StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<Diagnostic>> SaidAsync(SourceProject project) =>
        (await AnalyzerRun.DiagnosticsAsync(project)).Where(static diagnostic => diagnostic.Id.StartsWith("SSE", StringComparison.Ordinal));

    private static SourceProject Project(string payload, MetadataReference library, string types = "") => SourceProject.Of($$"""
        using Other;
        {{types}}
        public static class Streams
        {
            [EventStream("/")]
            public static IAsyncEnumerable<{{payload}}> M() => null!;
        }
        """) with { References = [library] };

    private static PortableExecutableReference Compiled(bool isReference = false, string attributes = "")
    {
        var project = SourceProject.Of((isReference ? "[assembly: System.Runtime.CompilerServices.ReferenceAssembly]\n" : "") + attributes + "namespace Other;")
            .With("Library.cs", Library) with { AssemblyName = "Library", ImplicitUsings = false };
        using var stream = new MemoryStream();
        var result = project.Compile().Emit(
            stream, options: new EmitOptions(metadataOnly: isReference, includePrivateMembers: !isReference), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage([.. stream.ToArray()]);
    }
}
