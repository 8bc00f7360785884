using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Whether a function never comes to its end unless cancellation is requested. Exceptions do not count as an end.</summary>
internal sealed class EndlessStreams(SourceMethods sources, FlowSymbols symbols)
{
    private const int MaxDepth = 6;

    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the stream of a handler never ends.</summary>
    public bool NeverEnds(HandlerBody handler)
    {
        var body = handler.Body;
        if (FlowSymbols.DerivesFrom(body.Method.ReturnType, symbols.ChannelReader))
        {
            return ProducersNeverEnd(body);
        }

        return body.Graphs.Length > 0 && NeverEnds(body.Method, body, body.Graphs[0], handler.Flow);
    }

    private bool NeverEnds(IMethodSymbol method, MethodBody body, ControlFlowGraph graph, TokenFlow flow)
    {
        if (_open.Count >= MaxDepth || !_open.Add(method))
        {
            return false;
        }

        var never = IsOfReturnedStream(method)
            ? Returned(body, method) is { Count: > 0 } returned && returned.TrueForAll(value => IsEndless(value, body))
            : !CanReachEnd(graph, body, flow);
        _open.Remove(method);
        return never;
    }

    /// <summary>A method that hands out a stream or task that another one makes.</summary>
    private bool IsOfReturnedStream(IMethodSymbol method) =>
        (!method.IsAsync && (symbols.IsAwaitable(method.ReturnType) || symbols.IsAsyncSequence(method.ReturnType)))
        || (method.IsAsync && method.ReturnType is INamedTypeSymbol { TypeArguments: [var result] } && symbols.IsTask(method.ReturnType) && symbols.IsAsyncSequence(result));

    private static List<IOperation> Returned(MethodBody body, IMethodSymbol method) =>
    [
        .. body.Operations
            .OfType<IReturnOperation>()
            .Where(operation => operation is { Kind: OperationKind.Return, ReturnedValue: not null } && SymbolEqualityComparer.Default.Equals(operation.EnclosingMethod(body), method))
            .Select(static operation => operation.ReturnedValue!.Unwrapped()),
    ];

    private bool CanReachEnd(ControlFlowGraph graph, MethodBody body, TokenFlow flow)
    {
        var world = new CancelledWorld(symbols, flow, cancelled: false);
        var endless = EndlessOperations(body);
        var reached = new HashSet<int> { 0 };
        var pending = new Stack<int>([0]);
        while (pending.Count > 0)
        {
            var block = graph.Blocks[pending.Pop()];
            if (block.Kind == BasicBlockKind.Exit)
            {
                return true;
            }

            foreach (var target in Targets(block, world, endless))
            {
                if (target is null)
                {
                    return true;
                }

                if (reached.Add(target.Value))
                {
                    pending.Push(target.Value);
                }
            }
        }

        return false;
    }

    /// <summary>Where control goes from a block; <see langword="null"/> stands for a <c>throw</c>, which the author meant as an end.</summary>
    private static IEnumerable<int?> Targets(BasicBlock block, CancelledWorld world, HashSet<(SyntaxNode, OperationKind)> endless)
    {
        var isEndlessHead = block.BranchValue is IAwaitOperation or IInvocationOperation && endless.Contains((block.BranchValue.Syntax, OperationKind.Loop));
        if (!isEndlessHead && block.AllOperations().Any(operation => endless.Contains((operation.Syntax, operation.Kind))))
        {
            yield break;
        }

        var value = isEndlessHead ? true : block.ConditionKind == ControlFlowConditionKind.None ? null : world.Evaluate(block.BranchValue);
        var takesConditional = value is null ? (bool?)null : value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        if (takesConditional != false && block.ConditionalSuccessor is { } conditional)
        {
            yield return conditional.Destination?.Ordinal;
        }

        if ((takesConditional != true || block.ConditionalSuccessor is null) && block.FallThroughSuccessor is { } next)
        {
            if (next.Destination is { } destination)
            {
                yield return destination.Ordinal;
            }
            else if (next.Semantics == ControlFlowBranchSemantics.Throw)
            {
                yield return null;
            }
        }
    }

    /// <summary>Awaited calls of functions that never end, and loops over their streams.</summary>
    private HashSet<(SyntaxNode, OperationKind)> EndlessOperations(MethodBody body)
    {
        var endless = new HashSet<(SyntaxNode, OperationKind)>();
        foreach (var operation in body.Operations)
        {
            if (operation is IForEachLoopOperation loop && IsEndless(loop.Collection.Unwrapped(), body))
            {
                endless.Add((loop.IsAsynchronous ? loop.Syntax : loop.Collection.Syntax, OperationKind.Loop));
            }
            else if (operation is IAwaitOperation await && IsEndless(await.Operation.Unwrapped(), body))
            {
                endless.Add((await.Syntax, OperationKind.Await));
            }
        }

        return endless;
    }

    /// <summary>Whether a stream or task comes from a function that never ends.</summary>
    private bool IsEndless(IOperation value, MethodBody body)
    {
        while (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WithCancellation" or "AsTask" } wrapper && wrapper.Receiver() is { } inner)
        {
            value = inner.Unwrapped();
        }

        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "Subscribe" } call when FlowSymbols.DerivesFrom(call.Instance?.Type, symbols.Topic) =>
                !call.Arguments.Any(argument => symbols.IsContext(argument.Value.Type)),
            IInvocationOperation call => NeverEnds(call.TargetMethod, body),
            IAwaitOperation await => IsEndless(await.Operation.Unwrapped(), body),
            IObjectCreationOperation { Arguments.Length: 1 } creation => IsEndless(creation.Arguments[0].Value.Unwrapped(), body),
            _ => false,
        };
    }

    private bool NeverEnds(IMethodSymbol method, MethodBody body)
    {
        if (body.LocalFunction(method) is not null)
        {
            return Graph(body, method) is { } graph && NeverEnds(method.OriginalDefinition, body, graph, new TokenFlow(body, symbols));
        }

        return sources.Of(method) is { Graphs.Length: > 0 } callee && NeverEnds(callee.Method, callee, callee.Graphs[0], new TokenFlow(callee, symbols));
    }

    private static ControlFlowGraph? Graph(MethodBody body, IMethodSymbol function)
    {
        var syntax = function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return body.Graphs.FirstOrDefault(graph => graph.OriginalOperation.Syntax == syntax);
    }

    /// <summary>Whether what writes to the channel of a handler never completes it.</summary>
    private bool ProducersNeverEnd(MethodBody body)
    {
        var producers = body.Graphs.Where(static graph => graph.OriginalOperation.Syntax is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax).ToList();
        return producers.Count > 0 && producers.TrueForAll(graph => !CanReachEnd(graph, body, new TokenFlow(body, symbols)));
    }
}
