using SseGen.Generator.Parsing;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>
/// Specs outlive an edit of a type that no declaration mentions, and no other edit of a declaration. What comes out is what comes out of a
/// run that knows of nothing before, either way.
/// </summary>
public sealed class IsolatedEditTests
{
    private const string Feed = """
        namespace Demo;

        public static class Feed
        {
            [EventStream(Routes.Feed)]
            public static async IAsyncEnumerable<Trade> All(string symbol)
            {
                await Task.Yield();
                yield return new Trade(Calculator.Next(1), symbol);
            }
        }

        public sealed record Trade(long Sequence, string Symbol);

        internal static class Routes
        {
            public const string Feed = Paths.Root;
        }
        """;

    private const string Calculator = """
        namespace Demo;

        /// <summary>Counts.</summary>
        internal static class Calculator
        {
            public static int Next(int step) => step + 1;
        }

        internal static class Paths
        {
            public const string Root = "/feed";
        }
        """;

    private static readonly SourceProject s_project = new SourceProject().With("Feed.cs", Feed).With("Calculator.cs", Calculator);

    /// <summary>What is added to the project, an edit, and whether it leaves every spec as it was.</summary>
    public static TheoryData<string, string, string, bool> Edits => new()
    {
        { "", "int Next(int step)", "int Next(int steps, int step = 1)", true },
        { "", "step + 1;", "step + 1; public static int Last => 1;", true },
        { "// Calculator is what counts.", "int Next(int step)", "long Next(int step)", false },
        { "namespace Demo; class User { void Use() { Calculator.Next(1); } }", "int Next(int step)", "int Next(int step, int more = 0)", true },
        { "namespace Demo; class User { int Used => Calculator.Next(1); }", "int Next(int step)", "int Next(int step, int more = 0)", false },
        { "namespace Demo; class User { void Use() { C\\u0061lculator.Next(1); } }", "int Next(int step)", "int Next(int step, int more = 0)", true },
        { "namespace Demo; class User { int Used => C\\u0061lculator.Next(1); }", "int Next(int step)", "int Next(int step, int more = 0)", false },
        { "namespace Demo; class User { int Used => Calcu\u200dlator.Next(1); }", "int Next(int step)", "int Next(int step, int more = 0)", false },
        { "", "\"/feed\"", "\"/feeds\"", false },
        { "", "step + 1;", "step + 1; public sealed class Nested;", false },
        { "", "internal static class Calculator", "internal static partial class Calculator", false },
        { "", "step + 1;", "step + 1;\n#nullable disable\n", false },
        { "class Other;", "class Other", "class Others", false },
        { "", "step + 1;\n}", "step + 1;\n}\n\ninternal static class More;", false },
        { "", "long Sequence", "int Sequence", false },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_spec_outlives_what_it_cannot_see_and_nothing_else(string more, string old, string @new, bool isIsolated)
    {
        var project = s_project.With("More.cs", more);
        var edited = project.Edit(old, @new);

        Assert.Equal(isIsolated, AreTheSame(project, edited));
        // Compares with a fresh run.
        GeneratorRun.Of(project).After(_ => edited);
    }

    [Theory]
    [InlineData("[Obsolete] ", false)]
    [InlineData("", true)]
    public void A_type_with_attributes_may_be_found_by_them(string attribute, bool isIsolated)
    {
        var project = s_project.With("More.cs", attribute + "class Other { public int Value => 1; }");

        Assert.Equal(isIsolated, AreTheSame(project, project.Edit("int Value => 1", "long Value => 1")));
    }

    [Fact]
    public void The_case_of_a_union_is_seen_though_nothing_names_it()
    {
        var run = GeneratorRun.Of(new SourceProject()
            .With("Feed.cs", """
                namespace Demo;

                public abstract record Event;

                public static class Feed
                {
                    [EventStream("/feed")]
                    public static IAsyncEnumerable<Event> All(CancellationToken cancellationToken) => throw new NotSupportedException();
                }
                """)
            .With("Added.cs", "namespace Demo; [EventType(\"added\")] public sealed record Added : Event { public int Id { get; init; } }"));

        var after = run.After(project => project.Edit("int Id", "int Number"));

        Assert.Contains("number", after.Text, StringComparison.Ordinal);
        Assert.Equal(GeneratorRun.Of(after.Project).Files, after.Files);
    }

    [Fact]
    public void The_attribute_that_a_member_has_is_seen_under_its_short_name()
    {
        var project = s_project
            .With("Named.cs", "namespace Demo; [AttributeUsage(AttributeTargets.All)] public sealed class FromPlaceAttribute : BasePlaceAttribute;")
            .With("Base.cs", "namespace Demo; public abstract class BasePlaceAttribute : Attribute { public string? Name => null; }");

        Assert.False(AreTheSame(project, project.Edit("string? Name", "string? Title")));
    }

    [Fact]
    public void Two_files_at_once_are_not_isolated() => Assert.False(AreTheSame(
        s_project.With("More.cs", "class Other { public int Value => 1; }"),
        s_project.With("More.cs", "class Other { public long Value => 1; }").Edit("int Next(int step)", "int Next(int steps, int step = 1)")));

    private static bool AreTheSame(SourceProject before, SourceProject after)
    {
        var compilation = before.Compile();
        var declarations = Declarations.Of(compilation);
        return ReferenceEquals(declarations, Declarations.Of(after.Compile(compilation)));
    }
}
