using System.Collections.Immutable;

namespace SseGen.Generator.Model;

/// <summary>A type whose values are published to topics. A function of the type and the project alone.</summary>
internal sealed record TopicItemSpec
{
    /// <summary>How a value is written as an event.</summary>
    public required PayloadGraph Graph { get; init; }

    /// <summary>The members with <c>[CoalesceKey]</c>.</summary>
    public required EquatableArray<MemberAccess> CoalesceKey { get; init; }

    /// <summary>Each type once, however often it is named, in ordinal order; without the types reachable from it, which stand in files of payload types.</summary>
    public static IEnumerable<TopicItemFile> Files(ImmutableArray<TopicItemSpec> items, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return items
            .GroupBy(static item => item.Graph.Element.FullName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new TopicItemFile(
                group.First() with { Graph = group.First().Graph with { Reachable = [] } },
                HasNamesake: !names.Add(group.Key)));
    }
}

/// <summary>The file of a topic's item.</summary>
/// <param name="Item">The item.</param>
/// <param name="HasNamesake">An earlier type's name differs from this one's in nothing but case.</param>
internal sealed record TopicItemFile(TopicItemSpec Item, bool HasNamesake);
