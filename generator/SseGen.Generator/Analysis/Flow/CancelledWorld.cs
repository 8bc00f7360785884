using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Evaluates conditions under an assumption about the stream's token. To ask whether a loop can go on after cancellation is to assume that
/// it has been requested, and to see where control can still go.
/// </summary>
internal sealed class CancelledWorld(FlowSymbols symbols, TokenFlow flow, bool cancelled)
{
    /// <summary>The value of a condition under the assumption; <see langword="null"/> when it depends on anything else.</summary>
    public bool? Evaluate(IOperation? condition)
    {
        if (condition is null)
        {
            return null;
        }

        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return constant;
        }

        return condition.Unwrapped() switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Evaluate(not.Operand),
            IBinaryOperation binary => EvaluateBinary(binary),
            IPropertyReferenceOperation property => EvaluateProperty(property),
            IIsPatternOperation pattern => Matches(pattern.Pattern, pattern.Value),
            IIsTypeOperation type => IsException(type.ValueOperand) ? Not(CatchesCancellation(type.TypeOperand), type.IsNegated) : null,
            IAwaitOperation await => EvaluateTick(await.Operation.Unwrapped()),
            _ => null,
        };
    }

    /// <summary>Whether a clause for <paramref name="type"/> catches the exception of a cancelled wait.</summary>
    public bool? CatchesCancellation(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType == SpecialType.System_Object)
        {
            return true;
        }

        if (FlowSymbols.Is(type, symbols.OperationCanceled) || FlowSymbols.DerivesFrom(symbols.OperationCanceled, type as INamedTypeSymbol))
        {
            return true;
        }

        // Task.Delay throws the derived exception, an async method usually the base one.
        return FlowSymbols.DerivesFrom(type, symbols.OperationCanceled) || type.TypeKind == TypeKind.Interface ? null : false;
    }

    /// <summary>The ways out of a block that its condition leaves open.</summary>
    public IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        var value = block.ConditionKind == ControlFlowConditionKind.None ? null : Evaluate(block.BranchValue);
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

    private static bool? Not(bool? value, bool negate) => negate ? !value : value;

    /// <summary>A periodic timer ticks until it is disposed of; nothing but its token ends the wait otherwise.</summary>
    private bool? EvaluateTick(IOperation awaited)
    {
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
        {
            awaited = configured.Unwrapped();
        }

        return !cancelled
            && awaited is IInvocationOperation { TargetMethod: { Name: "WaitForNextTickAsync" } method }
            && FlowSymbols.Is(method.ContainingType, symbols.PeriodicTimer)
                ? true
                : null;
    }

    private bool? EvaluateProperty(IPropertyReferenceOperation property)
    {
        var owner = property.Property.ContainingType;
        if (property.Property.Name != "IsCancellationRequested" || !(symbols.IsToken(owner) || symbols.IsTokenSource(owner)))
        {
            return null;
        }

        if (OfException(property.Instance))
        {
            return cancelled;
        }

        return flow.Of(property.Instance) >= TokenOrigin.Unknown ? cancelled : null;
    }

    private bool? EvaluateBinary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                return Both(Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand));
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or:
                return !Both(!Evaluate(binary.LeftOperand), !Evaluate(binary.RightOperand));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                var equal = OfException(binary.LeftOperand) || OfException(binary.RightOperand)
                    ? true
                    : Evaluate(binary.LeftOperand) is { } left && Evaluate(binary.RightOperand) is { } right ? left == right : (bool?)null;
                return Not(equal, binary.OperatorKind == BinaryOperatorKind.NotEquals);
            default:
                return null;
        }
    }

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left == true && right == true ? true : null;

    /// <summary><c>exception.CancellationToken</c>: of the exception at hand, that is the stream's.</summary>
    private bool OfException(IOperation? operation) =>
        cancelled
        && operation?.Unwrapped() is IPropertyReferenceOperation { Property.Name: "CancellationToken" } property
        && FlowSymbols.DerivesFrom(property.Property.ContainingType, symbols.OperationCanceled);

    private bool IsException(IOperation value) =>
        cancelled && value.Unwrapped() is ILocalReferenceOperation or IFlowCaptureReferenceOperation && FlowSymbols.DerivesFrom(value.Unwrapped().Type, symbols.Exception);

    private bool? Matches(IPatternOperation pattern, IOperation value) => pattern switch
    {
        INegatedPatternOperation negated => !Matches(negated.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Both(Matches(both.LeftPattern, value), Matches(both.RightPattern, value)),
        IBinaryPatternOperation either => !Both(!Matches(either.LeftPattern, value), !Matches(either.RightPattern, value)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } => Evaluate(value) is { } known ? known == constant : null,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } when IsException(value) => false,
        IDiscardPatternOperation => true,
        ITypePatternOperation type when IsException(value) => CatchesCancellation(type.MatchedType),
        IDeclarationPatternOperation declaration when IsException(value) => CatchesCancellation(declaration.MatchedType),
        IRecursivePatternOperation recursive when IsException(value) => MatchesRecursive(recursive),
        _ => null,
    };

    private bool? MatchesRecursive(IRecursivePatternOperation pattern)
    {
        var type = CatchesCancellation(pattern.MatchedType);
        return type == true && !(pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty) ? null : type;
    }
}
