using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>A method of this compilation as operations, its local functions and lambdas included, with their control-flow graphs.</summary>
internal sealed class MethodBody
{
    private readonly Lazy<ImmutableArray<ControlFlowGraph>> _graphs;
    private readonly Lazy<Dictionary<ISymbol, ILocalFunctionOperation>> _localFunctions;
    private readonly Lazy<ImmutableArray<IOperation>> _operations;

    public MethodBody(IMethodSymbol method, IOperation root)
    {
        Method = method;
        Root = root;
        _graphs = new(() => Graph(root));
        _operations = new(() => [.. root.DescendantsAndSelf()]);
        _localFunctions = new(FindLocalFunctions);
    }

    public IMethodSymbol Method { get; }

    public IOperation Root { get; }

    /// <summary>Every operation, in source order, those of nested functions included.</summary>
    public ImmutableArray<IOperation> Operations => _operations.Value;

    /// <summary>The graph of the method and one of each function nested in it.</summary>
    public ImmutableArray<ControlFlowGraph> Graphs => _graphs.Value;

    /// <summary>The local function of this symbol, when it stands in this method.</summary>
    public ILocalFunctionOperation? LocalFunction(IMethodSymbol symbol) =>
        _localFunctions.Value.TryGetValue(symbol.OriginalDefinition, out var operation) ? operation : null;

    private static ImmutableArray<ControlFlowGraph> Graph(IOperation root)
    {
        var graph = root switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body),
            IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
            _ => null,
        };
        if (graph is null)
        {
            return [];
        }

        var graphs = ImmutableArray.CreateBuilder<ControlFlowGraph>();
        AddWithNested(graph, graphs);
        return graphs.ToImmutable();
    }

    private static void AddWithNested(ControlFlowGraph graph, ImmutableArray<ControlFlowGraph>.Builder graphs)
    {
        graphs.Add(graph);
        foreach (var localFunction in graph.LocalFunctions)
        {
            AddWithNested(graph.GetLocalFunctionControlFlowGraph(localFunction), graphs);
        }

        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.AllOperations())
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    AddWithNested(graph.GetAnonymousFunctionControlFlowGraph(lambda), graphs);
                }
            }
        }
    }

    private Dictionary<ISymbol, ILocalFunctionOperation> FindLocalFunctions()
    {
        var found = new Dictionary<ISymbol, ILocalFunctionOperation>(SymbolEqualityComparer.Default);
        foreach (var operation in Operations)
        {
            if (operation is ILocalFunctionOperation localFunction)
            {
                found[localFunction.Symbol] = localFunction;
            }
        }

        return found;
    }
}
