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
    private readonly List<Step>[] _steps;
    private readonly Dictionary<int, CatchClauseSyntax> _entered = [];

    public CancelledFlow(
        ControlFlowGraph graph,
        List<ControlFlowLoop> loops,
        CancelledWorld world,
        HashSet<(SyntaxNode, OperationKind)> observers)
    {
        _graph = graph;
        _world = world;
        _observers = observers;
        _steps = new List<Step>[graph.Blocks.Length];
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
        bool IsOpen(Step step) => step.Swallowed is null || !mended.Contains(step.Swallowed);
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
    private HashSet<int> Reach(int start, ControlFlowLoop loop, Func<Step, bool> isOpen, ISet<int>? closed = null)
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

    private IEnumerable<Step> StepsFrom(BasicBlock block)
    {
        if (Observer(block) is { } observer)
        {
            return Thrown(block.EnclosingRegion, observer.Syntax, _world.CatchesCancellation);
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

    private IEnumerable<Step> Jumps(BasicBlock block)
    {
        foreach (var branch in Branches(block))
        {
            if (branch.Destination is { } destination && !branch.FinallyRegions.Any(ThrowsIn))
            {
                yield return new Step(destination.Ordinal, null);
            }
            else if (branch.Semantics is ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Throw)
            {
                foreach (var step in Rethrown(block, branch))
                {
                    yield return step;
                }
            }
        }
    }

    /// <summary>The ways out of a block that its condition leaves open.</summary>
    private IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        var value = block.ConditionKind == ControlFlowConditionKind.None ? null : _world.Evaluate(block.BranchValue);
        var takesConditional = value is null ? (bool?)null : value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (takesConditional != false && block.ConditionalSuccessor is { } conditional)
        {
            yield return conditional;
        }

        if ((takesConditional != true || block.ConditionalSuccessor is null) && block.FallThroughSuccessor is { } next)
        {
            yield return next;
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

    private IEnumerable<Step> Rethrown(BasicBlock block, ControlFlowBranch branch)
    {
        var origin = block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax ?? EnclosingClause(block);
        if (origin is null)
        {
            return [];
        }

        var thrown = block.BranchValue?.Unwrapped().Type as INamedTypeSymbol;
        return branch.Semantics == ControlFlowBranchSemantics.Rethrow || thrown is null
            ? Thrown(block.EnclosingRegion, origin, _world.CatchesCancellation)
            : Thrown(block.EnclosingRegion, origin, type => type is null || type.SpecialType == SpecialType.System_Object || FlowSymbols.DerivesFrom(thrown, type as INamedTypeSymbol));
    }

    /// <summary>A bare <c>throw;</c> has no operation of its own. Its clause was noted when the exception entered it; else nothing can throw here.</summary>
    private CatchClauseSyntax? EnclosingClause(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Catch && _entered.TryGetValue(region.FirstBlockOrdinal, out var clause))
            {
                return clause;
            }
        }

        return null;
    }

    /// <summary>The step into the handler that takes an exception thrown in <paramref name="region"/>; none when it leaves the function.</summary>
    private IEnumerable<Step> Thrown(ControlFlowRegion? region, SyntaxNode origin, Func<ITypeSymbol?, bool?> catches)
    {
        var depth = 0;
        for (; region is not null; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } guarded })
            {
                continue;
            }

            var handlers = guarded.NestedRegions.Where(static nested => nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler).ToList();
            for (var i = 0; i < handlers.Count; i++)
            {
                var caught = Catches(handlers[i], catches, origin);
                if (caught is null)
                {
                    yield break;
                }

                if (caught == true && Clause(origin, depth, i) is { } clause)
                {
                    var entry = Body(handlers[i]);
                    _entered[entry] = clause;
                    yield return new Step(entry, clause);
                    yield break;
                }
            }

            depth++;
        }
    }

    private bool? Catches(ControlFlowRegion handler, Func<ITypeSymbol?, bool?> catches, SyntaxNode origin)
    {
        // A wait of the framework's own throws the derived exception; of anything else it is not known.
        var byType = catches(handler.ExceptionType) ?? (ThrowsTaskCanceled(origin) ? true : false);
        if (byType != true || handler.Kind == ControlFlowRegionKind.Catch)
        {
            return byType;
        }

        return EvaluateFilter(handler.NestedRegions[0]);
    }

    private static bool ThrowsTaskCanceled(SyntaxNode origin) =>
        origin is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Task" }, Name.Identifier.ValueText: "Delay" } }
        || origin.ToString().Contains("Http", StringComparison.OrdinalIgnoreCase);

    private bool? EvaluateFilter(ControlFlowRegion filter)
    {
        var (accepts, rejects) = (false, false);
        var seen = new HashSet<int>();
        var pending = new Stack<int>([filter.FirstBlockOrdinal]);
        while (pending.Count > 0)
        {
            foreach (var branch in Branches(_graph.Blocks[pending.Pop()]))
            {
                if (branch.Destination is not { } destination)
                {
                    rejects = true;
                }
                else if (destination.Ordinal > filter.LastBlockOrdinal)
                {
                    accepts = true;
                }
                else if (seen.Add(destination.Ordinal))
                {
                    pending.Push(destination.Ordinal);
                }
            }
        }

        return accepts && rejects ? null : accepts;
    }

    private static int Body(ControlFlowRegion handler) =>
        handler.Kind == ControlFlowRegionKind.Catch
            ? handler.FirstBlockOrdinal
            : handler.NestedRegions.First(static nested => nested.Kind == ControlFlowRegionKind.Catch).FirstBlockOrdinal;

    /// <summary>The clause of the <paramref name="depth"/>th <c>try</c> with handlers around <paramref name="origin"/>: a region does not know its syntax.</summary>
    private static CatchClauseSyntax? Clause(SyntaxNode origin, int depth, int handler)
    {
        var guarding = origin.Ancestors()
            .TakeWhile(static node => node is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<TryStatementSyntax>()
            .Where(statement => statement.Catches.Count > 0 && statement.Block.Span.Contains(origin.Span))
            .ElementAtOrDefault(depth);
        return guarding is not null && handler < guarding.Catches.Count ? guarding.Catches[handler] : null;
    }

    /// <summary>
    /// Cuts a loop that ends by itself: jumps back go to its exit instead. Data that is gone through with <c>for</c> and <c>foreach</c> is
    /// taken to have elements when their treatment observes: a list of sensors is not empty as a rule, a queue often is.
    /// </summary>
    private void GoRoundOnce(ControlFlowLoop loop)
    {
        var exits = new HashSet<int>();
        foreach (var block in loop.Latches.Append(loop.Header))
        {
            exits.UnionWith(_steps[block].Where(step => step.Swallowed is null && !loop.Blocks.Contains(step.Target)).Select(static step => step.Target));
        }

        if (loop.GoesThroughData && loop.Blocks.Any(block => block != loop.Header && Observes(_graph.Blocks[block])))
        {
            _steps[loop.Header].RemoveAll(step => step.Swallowed is null && !loop.Blocks.Contains(step.Target));
        }

        foreach (var latch in loop.Blocks)
        {
            if (_steps[latch].RemoveAll(step => step.Target == loop.Header && loop.Latches.Contains(latch)) > 0)
            {
                _steps[latch].AddRange(exits.Select(static exit => new Step(exit, null)));
            }
        }
    }

    /// <summary>One way to go on; <see cref="Swallowed"/> is the catch clause that makes it possible.</summary>
    private readonly record struct Step(int Target, CatchClauseSyntax? Swallowed);
}
