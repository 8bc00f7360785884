using System.Collections.Immutable;

namespace SseGen.Generator.Model;

/// <summary>The endpoints of one class: what one generated file is made of.</summary>
internal sealed record HandlerEndpoints
{
    public required HandlerSpec Handler { get; init; }

    /// <summary>A class before this one, in the order of names, has the same name but for the case of its letters.</summary>
    public required bool HasNamesake { get; init; }

    public required EquatableArray<EndpointSpec> Endpoints { get; init; }

    /// <summary>
    /// Groups by class. The order is by name, and not by file, so that moving a class or a method changes nothing; methods of one name
    /// are told apart by their signatures.
    /// </summary>
    public static IEnumerable<HandlerEndpoints> Group(ImmutableArray<EndpointSpec> endpoints, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return endpoints
            .GroupBy(static endpoint => endpoint.Handler.FullName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new HandlerEndpoints
            {
                Handler = group.FirstOrDefault(static endpoint => !endpoint.IsStatic)?.Handler ?? group.First().Handler,
                HasNamesake = !names.Add(group.Key),
                Endpoints = group
                    .OrderBy(static endpoint => endpoint.MethodName, StringComparer.Ordinal)
                    .ThenBy(static endpoint => endpoint.Signature, StringComparer.Ordinal)
                    .ThenBy(static endpoint => endpoint.Settings.Pattern, StringComparer.Ordinal)
                    .ToEquatableArray(),
            });
    }

    /// <summary>The name of the generated class of an endpoint: its method's, with a number where methods share it.</summary>
    public string ClassNameOf(int index)
    {
        var name = Endpoints[index].MethodName;
        var earlier = Endpoints.Take(index).Count(endpoint => endpoint.MethodName == name);
        return earlier == 0 ? name + "Endpoint" : $"{name}Endpoint_{earlier + 1}";
    }
}

/// <summary>What <c>MapEventStreams()</c> must know of a class: nothing that an edit of a method's parameters changes.</summary>
internal sealed record HandlerMap
{
    public required string FullName { get; init; }

    public required string SimpleName { get; init; }

    /// <summary>The generated classes that have a <c>Map</c> method.</summary>
    public required EquatableArray<string> EndpointClasses { get; init; }

    public static HandlerMap Of(HandlerEndpoints endpoints, CancellationToken cancellationToken) => new()
    {
        FullName = endpoints.Handler.FullName,
        SimpleName = endpoints.Handler.SimpleName,
        EndpointClasses = Enumerable.Range(0, endpoints.Endpoints.Count).Select(endpoints.ClassNameOf).ToEquatableArray(),
    };
}
