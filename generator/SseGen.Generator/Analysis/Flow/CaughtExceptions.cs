using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Into which <c>catch</c> of a function an exception goes, by its type and the clause's filter.</summary>
internal sealed class CaughtExceptions(ControlFlowGraph graph, CancelledWorld world)
{
    private readonly Dictionary<int, CatchClauseSyntax> _entered = [];

    /// <summary>Where the exception of a cancelled wait goes that is thrown by <paramref name="origin"/>.</summary>
    public IEnumerable<FlowStep> Cancelled(ControlFlowRegion region, SyntaxNode origin) => Thrown(region, origin, world.CatchesCancellation);

    /// <summary>Where a <c>throw</c> at the end of a block goes.</summary>
    public IEnumerable<FlowStep> Rethrown(BasicBlock block, ControlFlowBranch branch)
    {
        var origin = block.BranchValue?.Syntax ?? block.Operations.LastOrDefault()?.Syntax ?? EnclosingClause(block);
        if (origin is null)
        {
            return [];
        }

        var thrown = block.BranchValue?.Unwrapped().Type as INamedTypeSymbol;
        return branch.Semantics == ControlFlowBranchSemantics.Rethrow || thrown is null
            ? Thrown(block.EnclosingRegion, origin, world.CatchesCancellation)
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
    private IEnumerable<FlowStep> Thrown(ControlFlowRegion? region, SyntaxNode origin, Func<ITypeSymbol?, bool?> catches)
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
                    yield return new FlowStep(entry, clause);
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
            foreach (var branch in world.Branches(graph.Blocks[pending.Pop()]))
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
}
