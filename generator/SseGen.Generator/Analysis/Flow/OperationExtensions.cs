using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Small questions about operations that several rules ask.</summary>
internal static class OperationExtensions
{
    /// <summary>The value without conversions, parentheses and the null-forgiving operator around it.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The local, parameter, field or property that an expression names.</summary>
    public static ISymbol? Symbol(this IOperation? operation) => operation?.Unwrapped() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IEventReferenceOperation @event => @event.Event,
        IDeclarationExpressionOperation declaration => declaration.Expression.Symbol(),
        _ => null,
    };

    /// <summary>What a chain of member accesses and calls starts from: <c>a</c> of <c>a.B.C(x).D</c>.</summary>
    public static ISymbol? RootSymbol(this IOperation? operation)
    {
        while (operation is not null)
        {
            var current = operation.Unwrapped();
            var receiver = current switch
            {
                IMemberReferenceOperation { Instance: { } instance } => instance,
                IInvocationOperation call => call.Receiver(),
                IConditionalAccessOperation access => access.Operation,
                IAwaitOperation await => await.Operation,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IConditionalAccessInstanceOperation => current.ConditionalReceiver(),
                _ => null,
            };
            if (receiver is null or IInstanceReferenceOperation)
            {
                return current.Symbol();
            }

            operation = receiver;
        }

        return null;
    }

    /// <summary>What a call is made on: its instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call)
    {
        var receiver = call.Instance
            ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value : null);
        return receiver is IConditionalAccessInstanceOperation ? receiver.ConditionalReceiver() : receiver;
    }

    /// <summary>The <c>a</c> of the <c>a?.B()</c> in which an operation stands.</summary>
    public static IOperation? ConditionalReceiver(this IOperation operation)
    {
        for (var (child, parent) = (operation, operation.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    /// <summary>The operations that stand around this one, innermost first.</summary>
    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            yield return parent;
        }
    }

    /// <summary>The lambda or local function in which an operation stands; <see langword="null"/> for the method itself.</summary>
    public static IOperation? EnclosingFunction(this IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return parent;
            }
        }

        return null;
    }

    /// <summary>The symbol of the function in which an operation stands.</summary>
    public static IMethodSymbol EnclosingMethod(this IOperation operation, MethodBody body) => operation.EnclosingFunction() switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation localFunction => localFunction.Symbol,
        _ => body.Method,
    };

    /// <summary>The call whose argument this lambda or method group is.</summary>
    public static IInvocationOperation? CallTakingDelegate(this IOperation function)
    {
        var argument = function.Ancestors().FirstOrDefault(static parent => parent is not (IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation));
        return argument is IArgumentOperation { Parent: IInvocationOperation call } ? call : null;
    }

    /// <summary>Whether a call's result is thrown away: a statement of its own, or <c>_ = …</c>.</summary>
    public static bool IsDiscarded(this IOperation operation)
    {
        var (child, parent) = (operation, operation.Parent);
        while (parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            (child, parent) = (parent, parent.Parent);
        }

        return parent is IExpressionStatementOperation
            || (parent is ISimpleAssignmentOperation { Target: IDiscardOperation } assignment && assignment.Value == child)
            || (parent is IReturnOperation { IsImplicit: true } && child.EnclosingFunction() is IAnonymousFunctionOperation { Symbol.ReturnsVoid: true });
    }

    /// <summary>Where a call is reported: at the name of the method, as the compiler does.</summary>
    public static Location NameLocation(this IOperation call)
    {
        var syntax = call.Syntax;
        if (syntax is InvocationExpressionSyntax invocation)
        {
            syntax = invocation.Expression;
        }

        return syntax switch
        {
            MemberAccessExpressionSyntax member => member.Name.GetLocation(),
            MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
            _ => syntax.GetLocation(),
        };
    }

    /// <summary>The operations of a block and its condition, with all that they consist of.</summary>
    public static IEnumerable<IOperation> AllOperations(this BasicBlock block)
    {
        foreach (var operation in block.Operations)
        {
            foreach (var descendant in operation.DescendantsAndSelf())
            {
                yield return descendant;
            }
        }

        if (block.BranchValue is not null)
        {
            foreach (var descendant in block.BranchValue.DescendantsAndSelf())
            {
                yield return descendant;
            }
        }
    }
}
