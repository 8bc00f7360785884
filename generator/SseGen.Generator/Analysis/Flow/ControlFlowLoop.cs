using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>A loop of a control-flow graph: the blocks between a header and the jumps back to it.</summary>
internal sealed class ControlFlowLoop(int header, HashSet<int> blocks, SyntaxNode? statement)
{
    /// <summary>The block that every round passes.</summary>
    public int Header { get; } = header;

    public HashSet<int> Blocks { get; } = blocks;

    /// <summary>The loop statement; of a loop made with <c>goto</c>, the jump back. <see langword="null"/> when there is nothing to point to.</summary>
    public SyntaxNode? Statement { get; set; } = statement;

    /// <summary>Whether its own condition, or the data it goes through, can end the loop.</summary>
    public bool IsBounded { get; set; }

    /// <summary>The blocks that jump back to the header.</summary>
    public HashSet<int> Latches { get; } = [];

    /// <summary>Whether the loop goes through something that has elements as a rule: <c>foreach</c> and <c>for</c>.</summary>
    public bool GoesThroughData { get; set; }
}
