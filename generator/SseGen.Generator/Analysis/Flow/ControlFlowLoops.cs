using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Finds the natural loops of a graph (a jump back to a block that dominates it) and the statements they come from. Loops made with
/// <c>goto</c> or by a <c>catch</c> that falls back into the loop are found the same way.
/// </summary>
internal static class ControlFlowLoops
{
    /// <summary>All loops of the graph, inner ones first.</summary>
    public static List<ControlFlowLoop> Of(ControlFlowGraph graph)
    {
        var successors = Successors(graph);
        var loops = new List<ControlFlowLoop>();
        var dominators = default(bool[][]);
        for (var block = 0; block < successors.Length; block++)
        {
            foreach (var target in successors[block])
            {
                // Blocks are in source order: only a jump to an earlier one, or to itself, can close a loop.
                if (target <= block && graph.Blocks[block].IsReachable && (dominators ??= Dominators(successors))[block][target])
                {
                    Add(loops, graph, successors, target, block);
                }
            }
        }

        loops.Sort(static (left, right) => left.Blocks.Count.CompareTo(right.Blocks.Count));
        FindJumpsBack(loops);
        return loops;
    }

    private static void Add(List<ControlFlowLoop> loops, ControlFlowGraph graph, List<int>[] successors, int header, int latch)
    {
        var blocks = NaturalLoop(successors, header, latch);
        var statement = Statement(graph, blocks);
        var loop = loops.Find(known => known.Header == header && known.Statement == statement);
        if (loop is null)
        {
            loops.Add(loop = new ControlFlowLoop(header, blocks, statement));
        }

        loop.Blocks.UnionWith(blocks);
        loop.Latches.Add(latch);

        // `for (;;) { while (x) … }` shares a header: the inner loop's blocks are part of the outer one.
        foreach (var other in loops.Where(other => other != loop && other.Header == header && other.Statement is not null))
        {
            if (statement?.Span.Contains(other.Statement!.Span) == true)
            {
                loop.Blocks.UnionWith(other.Blocks);
            }
            else if (statement is not null && other.Statement!.Span.Contains(statement.Span))
            {
                other.Blocks.UnionWith(loop.Blocks);
            }
        }
    }

    /// <summary>Jumps, and from each block of a <c>try</c> the ways into its handlers.</summary>
    private static List<int>[] Successors(ControlFlowGraph graph)
    {
        var successors = new List<int>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            var targets = successors[block.Ordinal] = [];
            AddTarget(targets, block.FallThroughSuccessor);
            AddTarget(targets, block.ConditionalSuccessor);
            for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            {
                if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion.Kind: ControlFlowRegionKind.TryAndCatch })
                {
                    targets.AddRange(region.EnclosingRegion.NestedRegions
                        .Where(static nested => nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                        .Select(static handler => handler.FirstBlockOrdinal));
                }
            }
        }

        return successors;
    }

    private static void AddTarget(List<int> targets, ControlFlowBranch? branch)
    {
        if (branch?.Destination is { } destination)
        {
            targets.Add(destination.Ordinal);
        }
    }

    private static bool[][] Dominators(List<int>[] successors)
    {
        var count = successors.Length;
        var dominators = new bool[count][];
        for (var block = 0; block < count; block++)
        {
            dominators[block] = new bool[count];
            for (var i = 0; i < count; i++)
            {
                dominators[block][i] = block != 0 || i == 0;
            }
        }

        var predecessors = Predecessors(successors);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var block = 1; block < count; block++)
            {
                for (var i = 0; i < count; i++)
                {
                    if (dominators[block][i] && i != block && predecessors[block].Exists(previous => !dominators[previous][i]))
                    {
                        dominators[block][i] = false;
                        changed = true;
                    }
                }
            }
        }

        return dominators;
    }

    private static List<int>[] Predecessors(List<int>[] successors)
    {
        var predecessors = new List<int>[successors.Length];
        for (var block = 0; block < successors.Length; block++)
        {
            predecessors[block] = [];
        }

        for (var block = 0; block < successors.Length; block++)
        {
            foreach (var target in successors[block])
            {
                predecessors[target].Add(block);
            }
        }

        return predecessors;
    }

    private static HashSet<int> NaturalLoop(List<int>[] successors, int header, int latch)
    {
        var predecessors = Predecessors(successors);
        var blocks = new HashSet<int> { header };
        var pending = new Stack<int>([latch]);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (blocks.Add(block))
            {
                predecessors[block].ForEach(pending.Push);
            }
        }

        return blocks;
    }

    /// <summary>The innermost loop statement in which all the operations of the blocks stand.</summary>
    private static SyntaxNode? Statement(ControlFlowGraph graph, HashSet<int> blocks)
    {
        var syntaxes = blocks
            .Select(block => graph.Blocks[block])
            .SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            .Where(static operation => operation is not IFlowCaptureOperation { Syntax: ForEachStatementSyntax })
            .Select(static operation => operation.Syntax)
            .ToList();
        if (syntaxes.Count == 0)
        {
            return null;
        }

        var start = syntaxes.Min(static syntax => syntax.SpanStart);
        var end = syntaxes.Max(static syntax => syntax.Span.End);
        return syntaxes[0].AncestorsAndSelf()
            .TakeWhile(static node => node is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .FirstOrDefault(node => IsLoop(node) && node.SpanStart <= start && end <= node.Span.End);
    }

    private static bool IsLoop(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    /// <summary>Of several loops in one statement the largest is the statement's own; the others jump back with <c>goto</c>.</summary>
    private static void FindJumpsBack(List<ControlFlowLoop> loops)
    {
        foreach (var sameStatement in loops.GroupBy(static loop => loop.Statement).ToList())
        {
            var own = sameStatement.Key is null ? null : sameStatement.OrderByDescending(static loop => loop.Blocks.Count).First();
            foreach (var loop in sameStatement.Where(loop => loop != own))
            {
                loop.Statement = null;
            }
        }
    }
}
