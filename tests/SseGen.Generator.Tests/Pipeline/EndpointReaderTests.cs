using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>
/// Specs are kept from one compilation to the next: every edit that can change one must be seen, wherever it is, and the others
/// must cost nothing. What comes out is compared with a run that knows of nothing before.
/// </summary>
public sealed class EndpointReaderTests
{
    private static readonly SourceProject s_project = new SourceProject()
        .With("Feed.cs", """
            namespace Demo;

            public static class Feed
            {
                /// <summary>Streams.</summary>
                [EventStream(Routes.Feed, EventType = Routes.Type)]
                public static IAsyncEnumerable<Trade> All(Side side) => Source.Read(side);
            }
            """)
        .With("Trade.cs", "namespace Demo; public sealed record Trade(long Sequence, string Symbol);")
        .With("Side.cs", "namespace Demo; public enum Side { Buy, Sell }")
        .With("Routes.cs", """
            namespace Demo;

            internal static class Routes
            {
                public const string Feed = "/feed";
                public const string Type = "trade";
            }
            """)
        .With("Source.cs", """
            namespace Demo;

            internal static class Source
            {
                private static int s_calls;

                public static int Calls => s_calls;

                public static async IAsyncEnumerable<Trade> Read(Side side)
                {
                    s_calls++;
                    await Task.Yield();
                    yield return new Trade((long)side, "MSFT");
                }
            }
            """);

    [Theory]
    [InlineData("s_calls++;", "s_calls += 2;")]
    [InlineData("\"MSFT\"", "\"MSFTX\"")]
    public void A_keystroke_in_a_body_reads_no_handler_again(string old, string @new)
    {
        var after = GeneratorRun.Of(s_project).After(project => project.Edit(old, @new));

        after.Steps.RequireCached();
        RequireAsFromScratch(after);
    }

    [Theory]
    [InlineData("\"/feed\"", "\"/feeds\"")]
    [InlineData("Type = \"trade\"", "Type = \"deal\"")]
    public void A_constant_in_another_file_is_seen(string old, string @new)
    {
        var after = GeneratorRun.Of(s_project).After(project => project.Edit(old, @new));

        after.Steps.RequireChanged(TrackingNames.Endpoints);
        RequireAsFromScratch(after);
    }

    [Theory]
    [InlineData("public enum Side { Buy, Sell }", "public readonly record struct Side(int Value) { public static bool TryParse(string text, out Side side) { side = new(text.Length); return true; } }", "(long)side", "side.Value")]
    public void A_type_that_is_bound_in_another_way_is_seen(string old, string @new, string oldUse, string newUse)
    {
        var after = GeneratorRun.Of(s_project).After(project => project.Edit(old, @new).Edit(oldUse, newUse));

        RequireAsFromScratch(after);
    }

    [Fact]
    public void A_payload_in_another_file_is_seen()
    {
        var after = GeneratorRun.Of(s_project).After(project => project.Edit("long Sequence, string Symbol", "int Sequence, string? Symbol").Edit("(long)side", "(int)side"));

        RequireAsFromScratch(after);
    }

    [Fact]
    public void Bodies_edited_one_after_the_other_do_not_hide_a_declaration()
    {
        var run = GeneratorRun.Of(s_project)
            .After(project => project.Edit("s_calls++;", "s_calls += 2;"))
            .After(project => project.Edit("await Task.Yield();", "await Task.Delay(1);"))
            .After(project => project.Edit("\"/feed\"", "\"/feeds\""))
            .After(project => project.Edit("s_calls += 2;", "s_calls += 3;"));

        Assert.Contains("/feeds", run.Files["Demo.Feed.g.cs"], StringComparison.Ordinal);
        RequireAsFromScratch(run);
    }

    [Fact]
    public void Taking_an_edit_back_gives_what_was_there_before()
    {
        var first = GeneratorRun.Of(s_project);

        var again = first.After(project => project.Edit("\"/feed\"", "\"/feeds\"")).After(project => project.Edit("\"/feeds\"", "\"/feed\""));

        Assert.Equal(first.Files, again.Files);
    }

    [Theory]
    [InlineData("using Stream = SseGen.EventStreamAttribute;", "Stream")]
    [InlineData("using StreamAttribute = SseGen.EventStreamAttribute;", "Stream")]
    [InlineData("using Stream = global::SseGen.EventStreamAttribute;", "Stream")]
    [InlineData("", "SseGen.EventStream")]
    [InlineData("", "global::SseGen.EventStreamAttribute")]
    public void The_attribute_is_found_under_every_name(string @using, string name)
    {
        var run = GeneratorRun.Of(SourceProject.Of($$"""
            {{@using}}
            namespace Demo;

            public static class Feed
            {
                [{{name}}("/feed")]
                public static async IAsyncEnumerable<string> All()
                {
                    await Task.Yield();
                    yield return "";
                }
            }
            """));

        Assert.Contains("Demo.Feed.g.cs", run.Files.Keys);
    }

    [Fact]
    public void A_global_alias_that_comes_later_is_seen()
    {
        var project = SourceProject.Of("""
            namespace Demo;

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class NothingAttribute(string text) : Attribute
            {
                public string Text => text;
            }

            public static class Feed
            {
                [Nothing("/feed")]
                public static async IAsyncEnumerable<string> All()
                {
                    await Task.Yield();
                    yield return "";
                }
            }
            """).With("Aliases.cs", "");
        var before = GeneratorRun.Of(project);

        var after = before.After(edited => edited.Edit("[Nothing(", "[Feeds(").With("Aliases.cs", "global using Feeds = SseGen.EventStreamAttribute;"));

        Assert.DoesNotContain("Demo.Feed.g.cs", before.Files.Keys);
        Assert.Contains("Demo.Feed.g.cs", after.Files.Keys);
    }

    [Fact]
    public void Only_the_part_of_a_partial_method_that_has_the_attribute_is_an_endpoint()
    {
        var run = GeneratorRun.Of(SourceProject.Of("""
            namespace Demo;

            public static partial class Feed
            {
                [EventStream("/feed")]
                public static partial IAsyncEnumerable<string> All();

                [Obsolete("")]
                public static partial IAsyncEnumerable<string> All() => Texts();

                private static async IAsyncEnumerable<string> Texts()
                {
                    await Task.Yield();
                    yield return "";
                }
            }
            """));

        Assert.Single(run.Steps[TrackingNames.Endpoints]);
    }

    private static void RequireAsFromScratch(GeneratorRun run) => Assert.Equal(GeneratorRun.Of(run.Project).Files, run.Files);
}
