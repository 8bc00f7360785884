using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>The nested class <c>Formatter</c> of an endpoint or a topic's item: writes what is yielded or published as events.</summary>
internal static class EventFormatterEmitter
{
    /// <param name="source">Inside of the endpoint's class.</param>
    /// <param name="graph">What the handler yields.</param>
    /// <param name="eventType">The endpoint's constant event type.</param>
    /// <param name="writesId">Whether <c>[EventId]</c> becomes the event's id; that of a topic's event is the topic's.</param>
    public static void Emit(SourceWriter source, PayloadGraph graph, string? eventType, bool writesId = true)
    {
        var helpers = new HelperMembers();
        source.WriteLine("/// <summary>Writes each item as one event.</summary>");
        using (source.Block($"private sealed class Formatter : global::SseGen.Framing.EventFormatter<{graph.Element}>"))
        {
            new EventFormatterFields(graph).Emit(source);
            using (source.Block($"public override void Write(ref {GeneratedNames.EventWriter} writer, in {graph.Element} item)"))
            {
                EmitDispatch(source, graph, helpers);
                new EventBodyEmitter(source, graph, helpers, eventType, writesId).Emit(graph.Fields, graph.Payload, @case: null);
            }

            foreach (var @case in graph.Cases)
            {
                source.WriteLine();
                using (source.Block($"private void {CaseMethod(@case, helpers)}(ref {GeneratedNames.EventWriter} writer, {CaseParameters(graph, @case)})"))
                {
                    new EventBodyEmitter(source, graph, helpers, eventType, writesId).Emit(@case.Fields, @case.OwnPayload ?? graph.Payload, @case);
                }
            }

            helpers.Emit(source);
        }
    }

    /// <summary>Sends each case to its method; what is left is written as the payload's own type.</summary>
    private static void EmitDispatch(SourceWriter source, PayloadGraph graph, HelperMembers helpers)
    {
        if (graph.IsSseItem)
        {
            source.WriteLine("var payload = item.Data;");
        }

        if (graph.Cases.Count == 0)
        {
            return;
        }

        using (source.Block($"switch ({PayloadVariable(graph)})"))
        {
            foreach (var @case in graph.Cases)
            {
                source.WriteLine($"case {@case.Type} known:");
                using (source.Indent())
                {
                    source.WriteLine($"{CaseMethod(@case, helpers)}(ref writer, {(graph.IsSseItem ? "item, " : "")}known);");
                    source.WriteLine("return;");
                }
            }
        }

        source.WriteLine();
    }

    /// <summary>The variable that holds the payload in <c>Write</c>.</summary>
    public static string PayloadVariable(PayloadGraph graph) => graph.IsSseItem ? "payload" : "item";

    private static string CaseMethod(EventCaseSpec @case, HelperMembers helpers) => helpers.Named(@case, "Write" + GeneratedNames.Word(@case.Type));

    private static string CaseParameters(PayloadGraph graph, EventCaseSpec @case) =>
        graph.IsSseItem ? $"in {graph.Element} item, {@case.Type} payload" : $"{@case.Type} item";
}
