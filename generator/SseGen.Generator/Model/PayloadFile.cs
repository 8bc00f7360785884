using System.Collections.Immutable;

namespace SseGen.Generator.Model;

/// <summary>
/// The payload types that the handlers of one class need and nobody else does, or those of a topic's item, or a type that several of these
/// share. Files are counted: on every key stroke the compiler compares the name of each generated file with that of every other.
/// </summary>
/// <param name="Name">The full name of the handlers' class, or of the payload type.</param>
/// <param name="Types">The types, in ordinal order of their names.</param>
/// <param name="HasNamesake">An earlier file's name differs from this one's in nothing but case.</param>
internal sealed record PayloadFile(string Name, EquatableArray<PayloadSpec> Types, bool HasNamesake)
{
    /// <summary>The payload types of all endpoints and topics, each once.</summary>
    public static IEnumerable<PayloadFile> All(
        (ImmutableArray<EndpointSpec> Endpoints, ImmutableArray<TopicItemSpec> Items) all, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, (string File, PayloadSpec Type)>(StringComparer.Ordinal);
        foreach (var endpoint in all.Endpoints)
        {
            Add(endpoint.Stream.Graph, endpoint.Handler.FullName, files);
        }

        foreach (var item in all.Items)
        {
            Add(item.Graph, item.Graph.Payload is PayloadReferenceSpec payload ? payload.Type.FullName : null, files);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return files.Values
            .GroupBy(static type => type.File, static type => type.Type, StringComparer.Ordinal)
            .OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(file => new PayloadFile(
                file.Key,
                file.OrderBy(static type => type.Type.FullName, StringComparer.Ordinal).ToEquatableArray(),
                HasNamesake: !names.Add(file.Key.Replace("global::", ""))));
    }

    /// <summary>A type that is in another file already gets one of its own.</summary>
    private static void Add(PayloadGraph graph, string? file, Dictionary<string, (string File, PayloadSpec Type)> files)
    {
        foreach (var type in graph.Reachable)
        {
            var name = type.Type.FullName;
            var isShared = files.TryGetValue(name, out var known) && known.File != file;
            files[name] = (isShared ? name : file ?? name, type);
        }
    }
}
