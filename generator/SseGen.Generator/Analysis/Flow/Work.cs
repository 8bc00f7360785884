using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Something that was started and goes on until somebody ends it.</summary>
/// <param name="Start">The operation that starts it.</param>
/// <param name="Location">Where to report it.</param>
/// <param name="Description">What it is, for the message.</param>
/// <param name="Holder">The local that it is kept in, by which it can be ended.</param>
/// <param name="Source">What it is attached to: the owner of the event, the broker of the subscription.</param>
internal sealed record Work(IOperation Start, Location Location, string Description, ISymbol? Holder, ISymbol? Source)
{
    /// <summary>The event, for a handler of one.</summary>
    public IEventSymbol? Event { get; init; }

    /// <summary>The declarations of what a task or thread runs.</summary>
    public IReadOnlyList<SyntaxNode> Functions { get; init; } = [];
}
