using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Where control can go in a function once cancellation has been requested: whatever observes it throws, into the first <c>catch</c> that
/// takes the exception; conditions that ask for it have their answer. A loop that can still go round never ends.
/// </summary>
internal sealed class CancelledFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly CancelledWorld _world;
    private readonly HashSet<(SyntaxNode, OperationKind)> _observers;
    private readonly List<FlowStep>[] _steps;
    private readonly CaughtExceptions _exceptions;

    public CancelledFlow(
        ControlFlowGraph graph,
        List<ControlFlowLoop> loops,
        CancelledWorld world,
        HashSet<(SyntaxNode, OperationKind)> observers)
    {
        _graph = graph;
        _world = world;
        _exceptions = new CaughtExceptions(graph, world);
        _observers = observers;
        _steps = new List<FlowStep>[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            _steps[block.Ordinal] = [.. block.IsReachable ? StepsFrom(block) : []];
        }

        foreach (var loop in loops.Where(static loop => loop.IsBounded))
        {
            GoRoundOnce(loop);
        }
    }

    /// <summary>Whether control can come back to the loop's header without entering one of the <paramref name="closed"/> blocks or a catch that swallows.</summary>
    public bool CanGoRound(ControlFlowLoop loop, ISet<int> closed) =>
        Reach(loop.Header, loop, step => step.Swallowed is null && !closed.Contains(step.Target), closed).Contains(loop.Header);

    /// <summary>
    /// The catch clauses that swallow the cancellation on a way round the loop: of several that do so one after the other the last, after
    /// which nothing ends the loop any more.
    /// </summary>
    public IEnumerable<CatchClauseSyntax> SwallowingCatches(ControlFlowLoop loop)
    {
        var mended = new HashSet<CatchClauseSyntax>();
        bool IsOpen(FlowStep step) => step.Swallowed is null || !mended.Contains(step.Swallowed);
        var swallowing = loop.Blocks
            .SelectMany(block => _steps[block].Select(step => (From: block, Step: step)))
            .Where(static edge => edge.Step.Swallowed is not null)
            .OrderBy(static edge => edge.Step.Swallowed!.SpanStart)
            .ToList();
        foreach (var (from, step) in swallowing)
        {
            if (IsOpen(step)
                && (from == loop.Header || Reach(loop.Header, loop, IsOpen).Contains(from))
                && (step.Target == loop.Header || Reach(step.Target, loop, static next => next.Swallowed is null).Contains(loop.Header)))
            {
                mended.Add(step.Swallowed!);
                yield return step.Swallowed!;
            }
        }
    }

    /// <summary>Whether anything in the block makes a cancelled stream throw.</summary>
    public bool Observes(BasicBlock block) => Observer(block) is not null;

    /// <summary>The blocks of the loop reached from <paramref name="start"/> by at least one step.</summary>
    private HashSet<int> Reach(int start, ControlFlowLoop loop, Func<FlowStep, bool> isOpen, ISet<int>? closed = null)
    {
        var reached = new HashSet<int>();
        var pending = new Stack<int>();
        if (closed?.Contains(start) != true)
        {
            pending.Push(start);
        }

        while (pending.Count > 0)
        {
            foreach (var step in _steps[pending.Pop()])
            {
                if (loop.Blocks.Contains(step.Target) && isOpen(step) && reached.Add(step.Target))
                {
                    pending.Push(step.Target);
                }
            }
        }

        return reached;
    }

    private IEnumerable<FlowStep> StepsFrom(BasicBlock block)
    {
        if (Observer(block) is { } observer)
        {
            return _exceptions.Cancelled(block.EnclosingRegion, observer.Syntax);
        }

        return Jumps(block);
    }

    private IOperation? Observer(BasicBlock block)
    {
        // A condition that asks for cancellation is answered below; what it asks with does not throw.
        var answered = block.ConditionKind != ControlFlowConditionKind.None && _world.Evaluate(block.BranchValue) is not null;
        var operations = answered ? block.Operations.SelectMany(static operation => operation.DescendantsAndSelf()) : block.AllOperations();
        return operations.FirstOrDefault(operation => _observers.Contains((operation.Syntax, operation.Kind)));
    }

    private IEnumerable<FlowStep> Jumps(BasicBlock block)
    {
        foreach (var branch in _world.Branches(block))
        {
            if (branch.Destination is { } destination && !branch.FinallyRegions.Any(ThrowsIn))
            {
                yield return new FlowStep(destination.Ordinal, null);
            }
            else if (branch.Semantics is ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Throw)
            {
                foreach (var step in _exceptions.Rethrown(block, branch))
                {
                    yield return step;
                }
            }
        }
    }

    private bool ThrowsIn(ControlFlowRegion finallyRegion)
    {
        for (var block = finallyRegion.FirstBlockOrdinal; block <= finallyRegion.LastBlockOrdinal; block++)
        {
            if (Observes(_graph.Blocks[block]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Cuts a loop that ends by itself: jumps back go to its exit instead. Data that is gone through with <c>for</c> and <c>foreach</c> is
    /// taken to have elements when their treatment observes: a list of sensors is not empty as a rule, a queue often is.
    /// </summary>
    private void GoRoundOnce(ControlFlowLoop loop)
    {
        var heads = loop.Blocks.Where(block => block == loop.Header || IsCondition(_graph.Blocks[block], loop)).ToList();
        var exits = new HashSet<int>();
        foreach (var block in loop.Latches.Concat(heads))
        {
            exits.UnionWith(_steps[block].Where(step => IsExit(step, loop)).Select(static step => step.Target));
        }

        if (loop.GoesThroughData && loop.Blocks.Any(block => block != loop.Header && Observes(_graph.Blocks[block])))
        {
            heads.ForEach(head => _steps[head].RemoveAll(step => IsExit(step, loop)));
        }

        foreach (var latch in loop.Blocks)
        {
            if (_steps[latch].RemoveAll(step => step.Target == loop.Header && loop.Latches.Contains(latch)) > 0)
            {
                _steps[latch].AddRange(exits.Select(static exit => new FlowStep(exit, null)));
            }
        }
    }

    private static bool IsExit(FlowStep step, ControlFlowLoop loop) => step.Swallowed is null && !loop.Blocks.Contains(step.Target);

    /// <summary>Each part of <c>i &lt; 3 &amp;&amp; found is null</c> has a block of its own.</summary>
    private static bool IsCondition(BasicBlock block, ControlFlowLoop loop) =>
        loop.Statement is ForStatementSyntax { Condition: { } condition } && block.BranchValue is { } value && condition.Span.Contains(value.Syntax.Span);
}
