using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>What is published is named in one file and declared in another.</summary>
public sealed class TopicItemCachingTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(DemoProject.Create());

    [Theory]
    [InlineData("Count => 1", "Count => 2")]
    [InlineData("string? Reason", "string? Reason, int Level")]
    [InlineData("int depth = 5", "int level = 5")]
    public void An_edit_of_something_else_leaves_it_alone(string old, string @new) =>
        s_run.After(project => project.Edit(old, @new)).Steps.RequireCached(TrackingNames.TopicItems);

    [Theory]
    [InlineData("[property: EventId] long Sequence", "[property: EventId] int Sequence")]
    [InlineData("[property: EventId] long Sequence", "[property: CoalesceKey] long Sequence")]
    [InlineData("string Symbol, decimal Price", "[property: EventType] string Symbol, decimal Price")]
    public void An_edit_of_the_type_reaches_its_file(string old, string @new)
    {
        var edited = s_run.After(project => project.Edit(old, @new));

        Assert.Equal(1, edited.Steps.RequireChanged(TrackingNames.TopicItems));
        edited.Steps.RequireCached(TrackingNames.Maps);
    }

    [Fact]
    public void A_further_place_that_names_the_type_changes_nothing()
    {
        var edited = s_run.After(project => project.With("More.cs", """
            namespace Demo;

            public sealed class More(EventTopic<Trade> topic)
            {
                public string Name => topic.Name;
            }
            """));

        edited.Steps.RequireCached(TrackingNames.TopicItems);
        edited.Steps.RequireCached(StepOutcomes.Output);
    }

    [Fact]
    public void A_type_that_is_published_no_longer_loses_its_file()
    {
        var edited = s_run.After(project => project.Edit("EventTopic<Trade>? Published", "string? Published"));

        Assert.Contains("Demo.Trade.topic.g.cs", s_run.Files.Keys);
        Assert.DoesNotContain("Demo.Trade.topic.g.cs", edited.Files.Keys);
        edited.Steps.RequireCached(TrackingNames.Payloads);
    }
}
