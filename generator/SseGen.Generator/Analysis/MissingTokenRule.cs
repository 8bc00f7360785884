using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE101: a handler that loops or awaits by itself and has no way to learn that its stream is over.
/// <para>Fires when the handler has neither a <c>CancellationToken</c> nor an <c>EventStreamContext</c> (parameter, field, primary constructor,
/// member of an <c>[AsParameters]</c> type) and it, a local function or a helper of its class awaits something that is not
/// complete already, enumerates asynchronously, or loops without an end.</para>
/// <para>Silent when the handler only returns a stream that something else makes, when all it does is bounded and synchronous, and when it
/// looks at another token that may well be the right one (<c>RequestAborted</c>, <c>ApplicationStopping</c>).</para>
/// </summary>
internal static class MissingTokenRule
{
    public static bool Check(HandlerAnalysis handler)
    {
        if (TokensInScope.Of(handler.Handler, handler.Symbols) is not null
            || LooksAtAnotherToken(handler.Bodies[0], handler.Symbols)
            || !handler.Bodies.Any(body => WaitsOrLoops(body.Body, handler.Symbols)))
        {
            return false;
        }

        handler.Report(Rules.MissingToken, handler.Handler.Locations[0], handler.Handler.Name);
        return true;
    }

    private static bool LooksAtAnotherToken(HandlerBody body, FlowSymbols symbols) =>
        body.Body.Operations.Any(operation =>
            operation is IPropertyReferenceOperation or IFieldReferenceOperation
            && symbols.IsToken(operation.Type)
            && body.Flow.Of(operation) >= TokenOrigin.Unknown
            && !IsTokenOfTheFrameworks(operation, body.Flow));

    /// <summary>A token that a library hands to a lambda says nothing about this stream.</summary>
    private static bool IsTokenOfTheFrameworks(IOperation operation, TokenFlow flow) =>
        operation is IPropertyReferenceOperation { Instance: IParameterReferenceOperation parameter }
        && parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
        && flow.Of(parameter) == TokenOrigin.None;

    private static bool WaitsOrLoops(MethodBody body, FlowSymbols symbols)
    {
        var bounds = new LoopBounds(body, symbols);
        return body.Operations.Any(operation => !IsInLambda(operation) && operation switch
        {
            IAwaitOperation await => !IsComplete(await.Operation),
            IForEachLoopOperation { IsAsynchronous: true } => true,
            ILoopOperation loop => !bounds.CanEnd(loop),
            _ => false,
        });
    }

    /// <summary>A lambda is what something else calls: not the handler's own waiting.</summary>
    private static bool IsInLambda(IOperation operation) => operation.Ancestors().Any(static parent => parent is IAnonymousFunctionOperation);

    private static bool IsComplete(IOperation awaited) => awaited.Unwrapped() switch
    {
        IPropertyReferenceOperation { Property.Name: "CompletedTask" } => true,
        IInvocationOperation { TargetMethod.Name: "Yield" or "FromResult" } => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance } => IsComplete(instance),
        IDefaultValueOperation => true,
        _ => false,
    };
}
