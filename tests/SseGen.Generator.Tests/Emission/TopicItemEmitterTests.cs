using System.Reflection;
using System.Runtime.CompilerServices;
using SseGen.TestKit;

namespace SseGen.Generator.Tests.Emission;

/// <summary>What is generated for a type that is published to topics.</summary>
public sealed class TopicItemEmitterTests
{
    private const string Quote = """

        public sealed record Quote(
            [property: EventId] long Sequence,
            [property: CoalesceKey] string Symbol,
            [property: CoalesceKey] int Venue,
            decimal Price);
        """;

    [Fact]
    public void What_is_published_makes_its_formatter_and_its_key_known()
    {
        var run = Run("public sealed class Feed { public EventTopic<Quote>? Topic { get; init; } }" + Quote);

        Baseline.Match(run.Files["Demo.Quote.topic.g.cs"]);
    }

    [Theory]
    [InlineData("EventTopic<Quote> X() => null!;")]
    [InlineData("EventTopics<int, Quote> X() => null!;")]
    [InlineData("Event\\u0054opic<Quote> X() => null!;")]
    [InlineData("EventTo\u200dpic<Quote> X() => null!;")]
    [InlineData("void X(SseGen.EventTopic<Demo.Quote> topic) => _ = topic;")]
    [InlineData("void X(EventStreamsBuilder b) => b.AddTopic<Quote>(\"a\").AddTopics<string, Quote>(\"b\").AddTopic<Quote>(\"c\");")]
    public void A_type_is_written_once_wherever_and_however_often_it_is_named(string member)
    {
        var run = Run($"public class A {{ internal {member} }} public class B {{ internal {member} }}" + Quote);

        Assert.Equal(["Demo.Quote.json.g.cs", "Demo.Quote.topic.g.cs"], Generated(run));
    }

    [Theory]
    [InlineData("EventTopic<string> X() => null!;")]
    [InlineData("EventTopic<T> X<T>() => null!;")]
    [InlineData("EventTopic<List<T>> X<T>() => null!;")]
    [InlineData("Type X() => typeof(EventTopic<>);")]
    [InlineData("Other.EventTopic<Quote> X() => null!;")]
    [InlineData("private EventTopic<Hidden> Y() => null!; private sealed record Hidden(int X);")]
    public void What_needs_no_code_or_can_have_none_gets_none(string member)
    {
        var run = Run(
            $"public class A {{ {(member.StartsWith("private", StringComparison.Ordinal) ? "" : "public ")}{member} }}" + Quote +
            "public static class Other { public sealed class EventTopic<T>; }");

        Assert.Empty(Generated(run));
    }

    [Fact]
    public void A_key_of_a_base_type_or_a_hidden_property_is_read()
    {
        var run = Run("""
            public class Feed { public EventTopic<Temperature>? Topic { get; init; } }
            public abstract record Reading { [CoalesceKey] internal string Sensor { get; init; } = ""; }
            public sealed record Temperature(double Value) : Reading;
            """);

        Assert.Contains("CoalesceKey(global::Demo.Temperature item)", run.Files["Demo.Temperature.topic.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_is_published_is_known_as_soon_as_the_assembly_is_loaded()
    {
        var assembly = Run("public sealed class Feed { public EventTopic<Quote>? Topic { get; init; } }" + Quote).Load();

        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);

        var registered = typeof(SseGen.Topics.TopicPayloads).GetNestedType("Registered`1", BindingFlags.NonPublic)!
            .MakeGenericType(assembly.GetType("Demo.Quote")!);
        Assert.NotNull(registered.GetProperty("Create")!.GetValue(null));
    }

    private static GeneratorRun Run(string source) => GeneratorRun.Of(
        "using Microsoft.Extensions.DependencyInjection;\n\nnamespace Demo;\n\n" + source);

    private static IEnumerable<string> Generated(GeneratorRun run) =>
        run.Files.Keys.Where(name => name.StartsWith("Demo.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
