using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>What an edit makes the pipeline do again, and what not. That a rerun is cached, each <see cref="GeneratorRun"/> checks.</summary>
public sealed class CachingTests
{
    private static readonly SourceProject s_project = new SourceProject()
        .With("Market.cs", """
            namespace Demo;

            public static class Market
            {
                [EventStream("/trades/{symbol}")]
                public static async IAsyncEnumerable<Trade> Trades(string symbol, [EnumeratorCancellation] CancellationToken cancellationToken)
                {
                    await Task.Delay(1, cancellationToken);
                    yield return new Trade(1, symbol);
                }
            }
            """)
        .With("News.cs", """
            namespace Demo;

            public static class News
            {
                [EventStream("/news")]
                public static async IAsyncEnumerable<string> All()
                {
                    await Task.Yield();
                    yield return "news";
                }
            }
            """)
        .With("Trade.cs", "namespace Demo; public sealed record Trade(long Sequence, string Symbol);");

    [Fact]
    public void An_edit_inside_of_a_handler_changes_nothing()
    {
        var run = GeneratorRun.Of(s_project);

        run.After(project => project.Edit("Task.Delay(1,", "Task.Delay(2,")).Steps.RequireCached();
    }

    [Fact]
    public void A_new_parameter_changes_the_file_of_its_class_and_no_other()
    {
        var run = GeneratorRun.Of(s_project);

        var after = run.After(project => project.Edit("All()", "All(int page)"));

        Assert.Equal(run.Files["Demo.Market.g.cs"], after.Files["Demo.Market.g.cs"]);
        Assert.Equal(run.Files["MapEventStreams.g.cs"], after.Files["MapEventStreams.g.cs"]);
        Assert.NotEqual(run.Files["Demo.News.g.cs"], after.Files["Demo.News.g.cs"]);
        after.Steps.RequireCached(TrackingNames.Maps);
    }

    [Fact]
    public void Moving_a_class_to_another_file_changes_nothing()
    {
        var run = GeneratorRun.Of(s_project);

        var after = run.After(project => project with { Files = [.. project.Files.Reverse()] });

        Assert.Equal(run.Files, after.Files);
    }

    [Fact]
    public void A_handler_that_becomes_wrong_takes_only_itself_away()
    {
        var run = GeneratorRun.Of(s_project);

        var after = run.After(project => project.Edit("(\"/news\")", "(\"/news/{\")"));

        Assert.DoesNotContain("Demo.News.g.cs", after.Files.Keys);
        Assert.Contains("MapMarket(", after.Files["MapEventStreams.g.cs"], StringComparison.Ordinal);
    }
}
