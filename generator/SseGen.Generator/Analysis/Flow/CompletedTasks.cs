using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Whether a task has certainly, or at least probably, completed where its result is taken.</summary>
internal static class CompletedTasks
{
    /// <summary>
    /// Whether <paramref name="task"/> is made complete, is a lambda's antecedent, or was awaited or asked for its completion earlier in the method.
    /// </summary>
    public static bool IsKnownComplete(IOperation? task, IOperation use, MethodBody body, FlowSymbols symbols)
    {
        if (task is null)
        {
            return false;
        }

        var value = task.Unwrapped();
        if (value is IInvocationOperation { TargetMethod: { Name: "AsTask" } } conversion && conversion.Receiver() is { } converted)
        {
            value = converted.Unwrapped();
        }

        if (value is IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" } }
            or IObjectCreationOperation
            or IAwaitOperation
            or IPropertyReferenceOperation { Property.Name: "CompletedTask" or "Completion" })
        {
            return value is not IPropertyReferenceOperation { Property.Name: "Completion" } || IsMentionedBefore(value.Symbol(), use, body, symbols);
        }

        var symbol = value is IPropertyReferenceOperation { Arguments.IsEmpty: false } or IArrayElementReferenceOperation ? value.RootSymbol() : value.Symbol();
        return symbol is not null && (IsAntecedent(symbol) || IsMentionedBefore(symbol, use, body, symbols));
    }

    /// <summary>The <c>t</c> of <c>ContinueWith(t => …)</c>, or of a lambda over tasks that were awaited together.</summary>
    private static bool IsAntecedent(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };

    private static bool IsMentionedBefore(ISymbol? task, IOperation use, MethodBody body, FlowSymbols symbols)
    {
        foreach (var operation in body.Operations)
        {
            if (operation.Syntax.SpanStart >= use.Syntax.SpanStart && !IsGuard(operation, use))
            {
                continue;
            }

            if (IsAboutCompletion(operation, task) || (Completes(operation, symbols) && operation.Descendants().Any(part => IsThis(part.Symbol(), task))))
            {
                return true;
            }

            // The tasks of a list that was awaited, and the winner of a race.
            if (operation is IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop
                && IsThis(variable.Symbol, task)
                && (loop.IsAsynchronous || (loop.Collection.RootSymbol() is { } list && IsMentionedBefore(list, use, body, symbols))))
            {
                return true;
            }

            if (operation is IVariableDeclaratorOperation declarator && IsThis(declarator.Symbol, task) && IsMadeComplete(declarator.GetVariableInitializer()?.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMadeComplete(IOperation? value) => value?.Unwrapped() switch
    {
        IAwaitOperation => true,
        IInvocationOperation { TargetMethod.Name: "FromResult" } => true,
        IPropertyReferenceOperation { Property.Name: "CompletedTask" } => true,
        _ => false,
    };

    /// <summary>An await, or a wait that another diagnostic is about.</summary>
    private static bool Completes(IOperation operation, FlowSymbols symbols) =>
        operation is IAwaitOperation
        || (operation is IInvocationOperation { TargetMethod: { Name: "WaitAll" } method } && FlowSymbols.Is(method.ContainingType, symbols.Task));

    private static bool IsAboutCompletion(IOperation operation, ISymbol? task) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status" or "IsFaulted" } property => IsThis(property.Instance.Symbol() ?? property.Instance.RootSymbol(), task),
        IIsPatternOperation { Pattern: IRecursivePatternOperation } pattern => IsThis(pattern.Value.Symbol(), task),
        ISwitchExpressionOperation choice => IsThis(choice.Value.Symbol(), task),
        ISwitchOperation choice => IsThis(choice.Value.Symbol(), task),
        _ => false,
    };

    private static bool IsGuard(IOperation operation, IOperation use) => operation is IForEachLoopOperation && operation.Syntax.Span.Contains(use.Syntax.Span);

    private static bool IsThis(ISymbol? symbol, ISymbol? task) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, task);
}
