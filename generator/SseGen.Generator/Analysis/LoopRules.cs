using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>Walks the endless loops of a handler's code once for the two rules about them, inner loops first.</summary>
internal static class LoopRules
{
    /// <param name="handler">The handler.</param>
    /// <param name="untokened">The calls that SSE104 named.</param>
    /// <param name="namedElsewhere">Whether SSE101 named the handler.</param>
    public static void Check(HandlerAnalysis handler, HashSet<(SyntaxNode, OperationKind)> untokened, bool namedElsewhere)
    {
        foreach (var body in handler.Bodies)
        {
            var bounds = new LoopBounds(body.Body, handler.Symbols);
            if (!MayBeEndless(body.Body, bounds))
            {
                continue;
            }

            foreach (var graph in body.Body.Graphs)
            {
                if (handler.IsOutliving(graph.OriginalOperation.Syntax))
                {
                    continue;
                }

                var loops = ControlFlowLoops.Of(graph);
                loops.ForEach(loop => bounds.Judge(loop, graph));
                if (loops.TrueForAll(static loop => loop.IsBounded))
                {
                    continue;
                }

                var flow = new CancelledFlow(graph, loops, new CancelledWorld(handler.Symbols, body.Flow, cancelled: true), body.Observers);
                var closed = new HashSet<int>(graph.Blocks
                    .Where(block => block.AllOperations().Any(operation => untokened.Contains((operation.Syntax, operation.Kind))))
                    .Select(static block => block.Ordinal));
                foreach (var loop in loops.Where(static loop => !loop.IsBounded))
                {
                    if (!namedElsewhere && flow.CanGoRound(loop, closed))
                    {
                        EndlessLoopRule.Report(handler, loop);

                        // What mends an inner loop mends the loop around it.
                        closed.Add(loop.Header);
                    }
                    else
                    {
                        SwallowedCancellationRule.Check(handler, loop, flow);
                    }
                }
            }
        }
    }

    /// <summary>A graph costs a copy of the method; only a loop without an end of its own or a jump with <c>goto</c> is worth one.</summary>
    private static bool MayBeEndless(MethodBody body, LoopBounds bounds) => body.Operations.Any(operation => operation switch
    {
        ILoopOperation loop => !bounds.CanEnd(loop),
        IBranchOperation jump => jump.BranchKind == BranchKind.GoTo,
        _ => false,
    });
}
