using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Whether somebody waits for what a call returns: it is awaited directly, through <c>ConfigureAwait</c>, <c>AsTask</c> or <c>WhenAll</c>, by
/// way of a local, or returned to a caller who awaits. <c>WaitAsync</c> with a token and <c>WhenAny</c> guard the wait themselves.
/// </summary>
internal static class Awaiting
{
    public static bool IsAwaited(IOperation call, MethodBody body, FlowSymbols symbols)
    {
        var (child, parent) = (call, call.Parent);
        while (parent is not null)
        {
            switch (parent)
            {
                case IAwaitOperation:
                    return true;
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation
                    or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation
                    or ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                    break;
                case IConditionalOperation conditional when conditional.Condition != child:
                    break;
                case IInvocationOperation outer when IsPassedThrough(outer, child):
                    break;
                case IArgumentOperation { Parent: IInvocationOperation outer } when IsPassedThrough(outer, child):
                    parent = outer;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" } add }:
                    if (add.Instance is not IInstanceReferenceOperation)
                    {
                        return add.Instance.RootSymbol() is ILocalSymbol collection && IsAwaitedLater(collection, body);
                    }

                    parent = add;
                    break;
                case IObjectOrCollectionInitializerOperation or IObjectCreationOperation { Initializer: not null }:
                    break;
                case ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation element } assignment when assignment.Value == child:
                    return element.RootSymbol() is ILocalSymbol array && IsAwaitedLater(array, body);
                case IReturnOperation:
                    return IsHandedOut(call, child, body, symbols);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return IsAwaitedLater(declarator.Symbol, body);
                case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } declared } }:
                    return IsAwaitedLater(declared, body);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == child:
                    return IsAwaitedLater(local.Local, body);
                default:
                    return false;
            }

            (child, parent) = (parent, parent.Parent);
        }

        return false;
    }

    /// <summary>Whether a local is awaited, by itself or in a <c>WhenAll</c>.</summary>
    public static bool IsAwaitedLater(ISymbol local, MethodBody body)
    {
        var awaited = false;
        foreach (var operation in body.Operations)
        {
            if (!SymbolEqualityComparer.Default.Equals(operation.Symbol(), local))
            {
                continue;
            }

            var (child, parent) = (operation, operation.Parent);
            while (parent is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
                || (parent is IInvocationOperation outer && IsPassedThrough(outer, child))
                || (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WhenAll" } }))
            {
                (child, parent) = (parent, parent is IArgumentOperation ? parent.Parent!.Parent! : parent.Parent!);
            }

            awaited |= parent is IAwaitOperation;
            if (parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WhenAny" } })
            {
                return false;
            }
        }

        return awaited;
    }

    private static bool IsPassedThrough(IInvocationOperation outer, IOperation value)
    {
        var name = outer.TargetMethod.Name;
        return value is IArgumentOperation || outer.Instance != value
            ? name is "WhenAll" || (name is "ConfigureAwait" && outer.TargetMethod.IsExtensionMethod) || (name is "Stream" && outer.TargetMethod.ContainingType.Name is "EventStreamResult")
            : name is "ConfigureAwait" or "AsTask" or "Preserve" or "GetAsyncEnumerator" or "MoveNextAsync";
    }

    /// <summary>Returned by a function that does not await itself, or a stream: the caller waits.</summary>
    private static bool IsHandedOut(IOperation call, IOperation returned, MethodBody body, FlowSymbols symbols)
    {
        var function = call.EnclosingMethod(body);
        if (function.ReturnsVoid || function.IsImplicitlyDeclared)
        {
            return false;
        }

        if (call.EnclosingFunction() is IAnonymousFunctionOperation lambda && lambda.Ancestors().FirstOrDefault() is IConversionOperation { Type.Name: "Expression" })
        {
            return false;
        }

        // Of a stream it is the caller who waits for its elements, even when the function has awaited something to set it up.
        var isStream = symbols.IsAsyncSequence(call.Type) || FlowSymbols.DerivesFrom(call.Type, symbols.ChannelReader);
        return isStream || (!function.IsAsync && symbols.IsAwaitable(returned.Type));
    }
}
