using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>
/// Each kind of edit, what it must make run again and what it must not. <see cref="GeneratorRun.After"/> compares every outcome with a
/// fresh run besides, so that none of these edits can leave old code behind.
/// </summary>
public sealed class CachingTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(DemoProject.Create());

    /// <summary>Edits after which nothing that endpoints depend on is different.</summary>
    public static TheoryData<string, string, string> HarmlessEdits => new()
    {
        { "the body of a handler", "yield return trade;", "yield return trade with { Sequence = 1 };" },
        { "the body of a service", "Count => 1", "Count => 2" },
        { "an empty line above a handler", "public static class MarketEndpoints\n{", "public static class MarketEndpoints\n{\n\n" },
        { "a comment", "while (await", "// Until the client has gone.\n        while (await" },
        { "a method that is no handler", "public static class Routes\n{", "public static class Routes\n{\n    public static int Answer() => 42;\n" },
        { "a further type", "public enum Side", "public sealed record Unused(int A);\npublic enum Side" },
        { "the nullability of a property, which JSON does not show", "string? Reason", "string Reason" },
        { "the layout of a parameter list", "string symbol, MarketFeed feed, int depth = 5,", "string symbol,\n        MarketFeed  feed, int depth=5," },
    };

    /// <summary>Edits that concern one endpoint, one payload or one value of another file: each must reach the output.</summary>
    public static TheoryData<string, string, string> TellingEdits => new()
    {
        { "the pattern", "/market/{symbol}/trades", "/markets/{symbol}/trades" },
        { "the event type", "EventType = \"trade\"", "EventType = \"deal\"" },
        { "a setting that was not there", "Name = \"clock\"", "Name = \"clock\", HeartbeatSeconds = 5" },
        { "a constant of another file", "public const string Halts = \"/market/halts\"", "public const string Halts = \"/halts\"" },
        { "the name of a parameter", "int depth = 5", "int level = 5" },
        { "the type of a parameter", "int depth = 5", "short depth = 5" },
        { "the default of a parameter", "int depth = 5", "int depth = 6" },
        { "the nullability of a parameter", "string symbol, MarketFeed feed, int", "string symbol, MarketFeed feed, int?" },
        { "the services of a constructor", "ClockEndpoints(TimeProvider time)\n{", "ClockEndpoints(TimeProvider time, MarketFeed feed)\n{\n    public MarketFeed Feed => feed;\n" },
    };

    [Fact]
    public void A_parameter_that_changes_leaves_other_classes_and_the_map_alone()
    {
        var edited = After("int depth = 5", "int level = 5");

        Assert.Equal(1, edited.Steps.RequireChanged(TrackingNames.Endpoints));
        Assert.Equal(1, edited.Steps.RequireChanged(TrackingNames.Handlers));
        edited.Steps.RequireCached(TrackingNames.Maps);
        Assert.Equal(1, edited.Steps.RequireChanged(StepOutcomes.Output));
    }

    [Fact]
    public void A_new_handler_is_mapped()
    {
        var edited = s_run.After(project => project.With("New.cs", """
            namespace Demo;

            public static class AAA
            {
                [EventStream("/aaa")]
                public static IAsyncEnumerable<Trade> Again(MarketFeed feed, CancellationToken token) => feed.ReadAsync("A", token);
            }
            """));

        edited.Steps.RequireChanged(TrackingNames.Maps);
    }

    [Fact]
    public void A_handler_that_goes_is_mapped_no_more()
    {
        var edited = After("[EventStream(Routes.Halts)]\n", "");

        edited.Steps.RequireChanged(TrackingNames.Maps);
        Assert.DoesNotContain("Halt", edited.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_becomes_wrong_goes_alone_and_comes_back()
    {
        var wrong = After("async IAsyncEnumerable<string> Ticks", "async IAsyncEnumerable<string> Ticks<T>");
        Assert.DoesNotContain("/clock", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("MapEventStreams", wrong.Text, StringComparison.Ordinal);

        var right = wrong.After(project => project.Edit("Ticks<T>", "Ticks"));

        Assert.Equal(s_run.Files, right.Files);
    }

    [Fact]
    public void The_order_of_methods_and_files_does_not_matter()
    {
        var edited = s_run.After(project => project with { Files = project.Files.Reverse() });

        edited.Steps.RequireCached(TrackingNames.Maps);
        Assert.Equal(s_run.Files, edited.Files);
    }

    private static GeneratorRun After(string old, string @new) =>
        s_run.After(project => project.Edit(old.ReplaceLineEndings("\n"), @new));
}
