using System.Collections.Immutable;

namespace SseGen.Generator.Model;

/// <summary>
/// The file of a payload type, with the types that are reachable from no other payload. A type that several payloads share has a file of
/// its own. Files are counted: on every key stroke the compiler compares the name of each generated file with that of every other.
/// </summary>
/// <param name="Types">The type that the file is named after, then the others in ordinal order of their names.</param>
/// <param name="HasNamesake">An earlier file's name differs from this one's in nothing but case.</param>
internal sealed record PayloadFile(EquatableArray<PayloadSpec> Types, bool HasNamesake)
{
    public string FullTypeName => Types[0].Type.FullName;

    /// <summary>The payload types of all endpoints and topics, each once.</summary>
    public static IEnumerable<PayloadFile> All(
        (ImmutableArray<EndpointSpec> Endpoints, ImmutableArray<TopicItemSpec> Items) all, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, (string File, PayloadSpec Type)>(StringComparer.Ordinal);
        foreach (var graph in all.Endpoints.Select(static endpoint => endpoint.Stream.Graph).Concat(all.Items.Select(static item => item.Graph)))
        {
            foreach (var type in graph.Reachable)
            {
                var name = type.Type.FullName;
                var file = graph.Payload is PayloadReferenceSpec payload ? payload.Type.FullName : name;
                var isShared = files.TryGetValue(name, out var known) && known.File != file;
                files[name] = (isShared ? name : file, type);
            }
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return files.Values
            .GroupBy(static type => type.File, static type => type.Type, StringComparer.Ordinal)
            .OrderBy(static file => file.Key, StringComparer.Ordinal)
            .Select(file => new PayloadFile(
                file.OrderByDescending(type => type.Type.FullName == file.Key)
                    .ThenBy(static type => type.Type.FullName, StringComparer.Ordinal)
                    .ToEquatableArray(),
                HasNamesake: !names.Add(file.Key)));
    }
}
