using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Tells an endpoint's metadata which events it sends: the constants that <see cref="EventBodyEmitter"/> writes, for who describes the API.</summary>
internal static class EventDescriptionEmitter
{
    public static void Emit(SourceWriter code, EndpointSpec endpoint)
    {
        var graph = endpoint.Stream.Graph;
        foreach (var @case in graph.Cases)
        {
            Emit(code, @case.Type, @case.Fields, endpoint);
        }

        if (graph.HasOtherEvents)
        {
            Emit(code, endpoint.Stream.Payload, graph.Fields, endpoint);
        }
    }

    private static void Emit(SourceWriter code, TypeRef payload, EventFieldsSpec fields, EndpointSpec endpoint)
    {
        var isTypeOpen = endpoint.Stream.IsSseItem || fields.Type is not null;
        var eventType = isTypeOpen ? null : fields.ConstantType ?? endpoint.Settings.EventType;
        var arguments = $"options, {CSharpLiteral.String(eventType)}"
            + (isTypeOpen ? ", isTypeOpen: true" : "")
            + (endpoint.Stream.IsSseItem || fields.Id is not null ? ", hasId: true" : "");
        code.WriteLine($"global::SseGen.Hosting.EventStreamMetadata.AddEvent<{payload}>({arguments});");
    }
}
