using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>In what circumstances a piece of code runs: while the stream is being given up, or on a thread that was made for it.</summary>
internal static class ExecutionContexts
{
    private const int MaxDepth = 4;

    /// <summary>
    /// Whether the stream's token has fired, or may have, when this runs, so that waiting with it would not wait: in a <c>finally</c>, in a
    /// <c>catch</c> that deals with the cancellation or passes the exception on, in a callback of the token, after a look at
    /// <c>IsCancellationRequested</c>, or in a local function that is called from nowhere else.
    /// </summary>
    public static bool IsCleanUp(IOperation operation, MethodBody body, FlowSymbols symbols, int depth = 0)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ITryOperation { Finally: { } clause } when clause == child:
                case ICatchClauseOperation clause2 when HandlesEnd(clause2, symbols):
                case IConditionalOperation conditional when IsAfterCancellation(conditional, child, symbols):
                case IBlockOperation block when IsAfterCancelledLoop(block, child, symbols):
                case IAnonymousFunctionOperation lambda when IsRegistered(lambda, symbols):
                    return true;
                case ILocalFunctionOperation localFunction:
                    return OnlyUsed(localFunction, body, depth, use => IsCleanUp(use, body, symbols, depth + 1));
            }
        }

        return false;
    }

    /// <summary>Whether this runs in an awaited <c>Task.Run</c>, or on a thread of its own: where blocking is the point.</summary>
    public static bool IsOffloaded(IOperation operation, MethodBody body, FlowSymbols symbols, int depth = 0)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if ((parent is IAnonymousFunctionOperation or IMethodReferenceOperation && IsOffloading(parent, body, symbols))
                || (parent is ILocalFunctionOperation localFunction && OnlyUsed(localFunction, body, depth, use =>
                    (use is IMethodReferenceOperation && IsOffloading(use, body, symbols)) || IsOffloaded(use, body, symbols, depth + 1))))
            {
                return true;
            }
        }

        return operation is IMethodReferenceOperation && IsOffloading(operation, body, symbols);
    }

    private static bool IsOffloading(IOperation function, MethodBody body, FlowSymbols symbols)
    {
        if (function.Ancestors().FirstOrDefault(static parent => parent is IObjectCreationOperation or IInvocationOperation) is IObjectCreationOperation creation
            && FlowSymbols.Is(creation.Type, symbols.Thread))
        {
            return true;
        }

        if (function.CallTakingDelegate() is not { } call)
        {
            return false;
        }

        var startsTask = call.TargetMethod.Name is "Run" && FlowSymbols.Is(call.TargetMethod.ContainingType, symbols.Task);
        var startsNew = call.TargetMethod is { Name: "StartNew", ContainingType.Name: "TaskFactory" };
        return (startsTask && Awaiting.IsAwaited(call, body, symbols))
            || (startsNew && (Awaiting.IsAwaited(call, body, symbols) || call.Syntax.ToString().Contains("LongRunning", StringComparison.Ordinal)));
    }

    private static bool OnlyUsed(ILocalFunctionOperation localFunction, MethodBody body, int depth, Func<IOperation, bool> isMeant)
    {
        if (depth >= MaxDepth)
        {
            return false;
        }

        var uses = body.Operations
            .Where(use => use switch
            {
                IInvocationOperation call => IsThis(call.TargetMethod),
                IMethodReferenceOperation reference => IsThis(reference.Method),
                _ => false,
            })
            .ToList();
        return uses.Count > 0 && uses.TrueForAll(use => isMeant(use));

        bool IsThis(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, localFunction.Symbol);
    }

    private static bool HandlesEnd(ICatchClauseOperation clause, FlowSymbols symbols) =>
        FlowSymbols.DerivesFrom(clause.ExceptionType, symbols.OperationCanceled)
        || clause.Handler.Operations.LastOrDefault() is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };

    private static bool IsAfterCancellation(IConditionalOperation conditional, IOperation child, FlowSymbols symbols)
    {
        if (child != conditional.WhenTrue && child != conditional.WhenFalse)
        {
            return false;
        }

        var condition = conditional.Condition.Unwrapped();
        var whenTrue = child == conditional.WhenTrue;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            (condition, whenTrue) = (not.Operand.Unwrapped(), !whenTrue);
        }

        return whenTrue && IsQuestion(condition, symbols);
    }

    /// <summary><c>while (!token.IsCancellationRequested) …</c> has been left: a farewell is sent without the token.</summary>
    private static bool IsAfterCancelledLoop(IBlockOperation block, IOperation child, FlowSymbols symbols)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == child)
            {
                return false;
            }

            if (statement is IWhileLoopOperation { Condition: IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not } && IsQuestion(not.Operand.Unwrapped(), symbols))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuestion(IOperation condition, FlowSymbols symbols) =>
        condition is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } question
        && (symbols.IsToken(question.Property.ContainingType) || symbols.IsTokenSource(question.Property.ContainingType));

    private static bool IsRegistered(IAnonymousFunctionOperation lambda, FlowSymbols symbols) =>
        lambda.CallTakingDelegate() is { TargetMethod: { Name: "Register" or "UnsafeRegister" } method } && symbols.IsToken(method.ContainingType);
}
