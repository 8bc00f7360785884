using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// What observes cancellation: a call that is given the token or something that carries it, <c>ThrowIfCancellationRequested</c>, a look at
/// <c>IsCancellationRequested</c>, awaiting what was started with the token, and calls of this compilation's own methods in which one of
/// these happens.
/// </summary>
internal sealed class CancellationObservers(SourceMethods sources, FlowSymbols symbols)
{
    /// <summary>How many calls deep helpers are looked into.</summary>
    private const int MaxDepth = 6;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _methods = new(SymbolEqualityComparer.Default);

    /// <summary>The observers of a method, nested functions included, by syntax and kind: a control-flow graph has other operation objects.</summary>
    public HashSet<(SyntaxNode Syntax, OperationKind Kind)> In(MethodBody body, TokenFlow flow)
    {
        var observers = new HashSet<(SyntaxNode, OperationKind)>();
        foreach (var operation in body.Operations)
        {
            if (Observes(operation, body, flow, depth: 0))
            {
                // The graph makes an await of the loop statement out of `await foreach`.
                observers.Add((operation.Syntax, operation is IForEachLoopOperation ? OperationKind.Await : operation.Kind));
            }
        }

        return observers;
    }

    private bool Observes(IOperation operation, MethodBody body, TokenFlow flow, int depth) => operation switch
    {
        IInvocationOperation call => ObservesCall(call, body, flow, depth),
        IPropertyReferenceOperation property => ObservesProperty(property, flow, depth),
        IAwaitOperation await => await.Operation.Unwrapped() is not IInvocationOperation && flow.Of(await.Operation) >= TokenOrigin.Unknown,
        IForEachLoopOperation { IsAsynchronous: true } loop => flow.Of(loop.Collection) >= TokenOrigin.Unknown,
        _ => false,
    };

    private bool ObservesProperty(IPropertyReferenceOperation property, TokenFlow flow, int depth)
    {
        var owner = property.Property.ContainingType;
        if (property.Property.Name is "IsCancellationRequested" or "WaitHandle" && (symbols.IsToken(owner) || symbols.IsTokenSource(owner)))
        {
            return flow.Of(property.Instance) >= TokenOrigin.Unknown;
        }

        return property.Property.GetMethod is { } getter && SourceObserves(getter, depth) == true;
    }

    private bool ObservesCall(IInvocationOperation call, MethodBody body, TokenFlow flow, int depth)
    {
        var method = call.TargetMethod;
        if (symbols.IsToken(method.ContainingType))
        {
            return method.Name == "ThrowIfCancellationRequested" && flow.Of(call.Instance) >= TokenOrigin.Unknown;
        }

        if (IsNoWait(call))
        {
            return false;
        }

        if (body.LocalFunction(method) is { } localFunction)
        {
            return depth < MaxDepth && localFunction.Descendants().Any(inner => Observes(inner, body, flow, depth + 1));
        }

        var given = flow.Of(call.Instance) >= TokenOrigin.Unknown || call.Arguments.Any(argument => flow.Of(argument.Value) >= TokenOrigin.Unknown);

        // A helper of the same class that ignores its token is part of the defect; a service has an author of its own.
        var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, body.Method.ContainingType.OriginalDefinition);
        return given && !isOwn ? true : SourceObserves(method, depth) ?? given;
    }

    /// <summary>Calls that start or prepare something and come back at once, with or without a token.</summary>
    private bool IsNoWait(IInvocationOperation call) =>
        symbols.IsTokenSource(call.TargetMethod.ContainingType)
        || symbols.IsAsyncSequence(call.Type)
        || FlowSymbols.DerivesFrom(call.Receiver()?.Type, symbols.Logger)
        || IsSilenced(call)
        || (symbols.IsTask(call.Type) && call.IsDiscarded());

    /// <summary><c>ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)</c>: the wait ends, and nobody hears of it.</summary>
    private static bool IsSilenced(IInvocationOperation call)
    {
        const int SuppressThrowing = 2;
        var configured = call.TargetMethod.Name == "ConfigureAwait" ? call : call.Parent as IInvocationOperation;
        return configured is { TargetMethod.Name: "ConfigureAwait", Arguments: [{ Value.ConstantValue: { HasValue: true, Value: int options } }] }
            && (options & SuppressThrowing) != 0;
    }

    /// <summary>Whether a method of this compilation observes; <see langword="null"/> when there is no body to look into.</summary>
    private bool? SourceObserves(IMethodSymbol method, int depth)
    {
        if (sources.Of(method) is not { } body)
        {
            return null;
        }

        if (_methods.TryGetValue(body.Method, out var known))
        {
            return known;
        }

        if (depth >= MaxDepth)
        {
            return false;
        }

        var flow = new TokenFlow(body, symbols);
        var observes = body.Operations.Any(operation => Observes(operation, body, flow, depth + 1));
        if (observes || depth == 0)
        {
            _methods.TryAdd(body.Method, observes);
        }

        return observes;
    }
}
