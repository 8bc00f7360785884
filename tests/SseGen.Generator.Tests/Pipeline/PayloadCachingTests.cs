using SseGen.TestKit;

namespace SseGen.Generator.Tests.Pipeline;

/// <summary>Payloads are declared elsewhere than handlers: their edits must reach the writers, and nothing else.</summary>
public sealed class PayloadCachingTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(DemoProject.Create());

    public static TheoryData<string, string, string> Edits => new()
    {
        { "a property of a payload in another file", "decimal Price, Side Side", "decimal Price, Side Side, int Size" },
        { "the type of a property", "decimal Price", "string Price" },
        { "the event id", "[property: EventId] long Sequence", "long Sequence" },
        { "a base type in another file", "record Notice(DateOnly Day);", "record Notice(DateOnly Day) { public int Level => 1; }" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_a_payload_in_another_file_reaches_the_output(string what, string old, string @new)
    {
        var edited = s_run.After(project => project.Edit(old, @new));

        edited.Steps.RequireChanged(StepOutcomes.Output);
        edited.Steps.RequireCached(TrackingNames.Maps);
        Assert.False(s_run.Files.SequenceEqual(edited.Files), what);
    }

    [Fact]
    public void Every_step_has_a_name()
    {
        var names = typeof(TrackingNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Append(StepOutcomes.Output);

        Assert.Equal(names.Order(StringComparer.Ordinal), s_run.Steps.Names);
    }

    [Fact]
    public void A_payload_that_changes_leaves_other_classes_and_the_map_alone()
    {
        var edited = s_run.After(project => project.Edit("decimal Price, Side Side", "decimal Price, Side Side, int Size"));

        edited.Steps.RequireCached(TrackingNames.Maps);
        Assert.Equal(FileOf(s_run, "ClockEndpoints"), FileOf(edited, "ClockEndpoints"));
        Assert.Equal(1, edited.Steps.RequireChanged(TrackingNames.Payloads));
    }

    private static string FileOf(GeneratorRun run, string handler) =>
        run.Files.Single(file => file.Key.Contains(handler, StringComparison.Ordinal)).Value;
}
