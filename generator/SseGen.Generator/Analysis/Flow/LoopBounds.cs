using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// Whether a loop can end by its own condition or its data. A condition that nothing changes (<c>true</c>, a local that is never
/// assigned, a private field that is written nowhere) cannot end it; one that looks only at a token ends it by cancellation, which is for
/// the caller to judge. Anything else counts as an end.
/// </summary>
internal sealed class LoopBounds(MethodBody body, FlowSymbols symbols)
{
    private readonly Lazy<Dictionary<SyntaxNode, ILoopOperation>> _loops = new(() =>
    {
        var loops = new Dictionary<SyntaxNode, ILoopOperation>();
        foreach (var loop in body.Operations.OfType<ILoopOperation>())
        {
            loops[loop.Syntax] = loop;
        }

        return loops;
    });

    /// <summary>Fills in what is known about the loop's end; finds the jump back of a loop that is no statement.</summary>
    public void Judge(ControlFlowLoop loop, ControlFlowGraph graph)
    {
        if (loop.Statement is not null && _loops.Value.TryGetValue(loop.Statement, out var operation))
        {
            loop.IsBounded = CanEnd(operation);
            loop.GoesThroughData = operation.LoopKind is LoopKind.ForEach or LoopKind.For;
            return;
        }

        loop.Statement = JumpBack(loop, graph);
        loop.IsBounded = loop.Statement is null;
    }

    /// <summary>Whether the loop's own condition or data can end it.</summary>
    public bool CanEnd(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation => true,
        IWhileLoopOperation whileLoop => CanChange(whileLoop.Condition, loop),
        IForLoopOperation forLoop => forLoop.Condition is not null && CanChange(forLoop.Condition, loop),
        _ => true,
    };

    private bool CanChange(IOperation? condition, IOperation loop)
    {
        if (condition is null || condition.ConstantValue.HasValue)
        {
            return false;
        }

        switch (condition.Unwrapped())
        {
            case IUnaryOperation unary:
                return CanChange(unary.Operand, loop);
            case IBinaryOperation binary:
                return CanChange(binary.LeftOperand, loop) || CanChange(binary.RightOperand, loop);
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation or ITypePatternOperation } pattern:
                return CanChange(pattern.Value, loop);
            case IIsTypeOperation type:
                return CanChange(type.ValueOperand, loop);
            case IDefaultValueOperation or IInstanceReferenceOperation:
                return false;
            case ILocalReferenceOperation local:
                return local.Local.IsRef || IsWritten(local.Local, loop);
            case IParameterReferenceOperation parameter:
                return parameter.Parameter.RefKind is not RefKind.None || IsWritten(parameter.Parameter, loop);
            case IFieldReferenceOperation field:
                return CanChange(field.Field, loop);
            case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" or "CanBeCanceled" } property when symbols.IsToken(property.Property.ContainingType):
                return false;
            default:
                return true;
        }
    }

    /// <summary>In the loop, or in a function that runs whenever it likes.</summary>
    private bool IsWritten(ISymbol variable, IOperation loop) => body.Operations.Any(operation =>
        Writes(operation, variable) && (loop.Syntax.Span.Contains(operation.Syntax.Span) || operation.EnclosingFunction() != loop.EnclosingFunction()));

    private bool CanChange(IFieldSymbol field, IOperation loop)
    {
        if (field.IsConst || field.IsReadOnly)
        {
            return false;
        }

        if (field.DeclaredAccessibility != Accessibility.Private)
        {
            return true;
        }

        // Who else writes a private field stands in the same type: asking by name, without binding, errs only towards "changes".
        return field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(static reference => reference.GetSyntax().DescendantNodes())
            .OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == field.Name && IsWrite(name))
            || IsWritten(field, loop);
    }

    private static bool IsWrite(IdentifierNameSyntax name)
    {
        SyntaxNode written = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == written,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => !written.Parent.IsKind(SyntaxKind.LogicalNotExpression),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool Writes(IOperation operation, ISymbol variable) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Any(target => IsThis(target.Symbol(), variable)),
        IAssignmentOperation assignment => IsThis(assignment.Target.Symbol(), variable),
        IIncrementOrDecrementOperation increment => IsThis(increment.Target.Symbol(), variable),
        IArgumentOperation { Parameter.RefKind: not (RefKind.None or RefKind.In) } argument => IsThis(argument.Value.Symbol(), variable),
        IVariableDeclaratorOperation { Symbol.IsRef: true } alias => alias.GetVariableInitializer()?.Value.Symbol() is { } target && IsThis(target, variable),
        IDeclarationPatternOperation pattern => IsThis(pattern.DeclaredSymbol, variable),
        IRecursivePatternOperation pattern => IsThis(pattern.DeclaredSymbol, variable),
        IVariableDeclaratorOperation declarator => IsThis(declarator.Symbol, variable) && declarator.Ancestors().Any(static parent => parent is ILoopOperation),
        _ => false,
    };

    private static bool IsThis(ISymbol? symbol, ISymbol variable) => SymbolEqualityComparer.Default.Equals(symbol, variable);

    /// <summary>
    /// The <c>goto</c> that closes a loop whatever the data says. One that stands under an <c>if</c> or <c>switch</c> is the loop's own
    /// condition, and can end it.
    /// </summary>
    private static GotoStatementSyntax? JumpBack(ControlFlowLoop loop, ControlFlowGraph graph)
    {
        var operations = loop.Blocks.SelectMany(block => graph.Blocks[block].AllOperations()).Select(static operation => operation.Syntax).ToList();
        var anchor = operations.FirstOrDefault();
        var function = anchor?.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        return function?.DescendantNodes().OfType<GotoStatementSyntax>().FirstOrDefault(jump =>
            jump.Expression is IdentifierNameSyntax name
            && Label(function, name) is { } label
            && label.SpanStart <= anchor!.SpanStart
            && anchor.SpanStart <= jump.SpanStart
            && IsUnconditional(jump, label));
    }

    private static LabeledStatementSyntax? Label(SyntaxNode function, IdentifierNameSyntax name) =>
        function.DescendantNodes().OfType<LabeledStatementSyntax>().FirstOrDefault(label => label.Identifier.ValueText == name.Identifier.ValueText);

    private static bool IsUnconditional(GotoStatementSyntax jump, LabeledStatementSyntax label) =>
        jump.Ancestors()
            .TakeWhile(node => node != label.Parent)
            .All(static node => node is BlockSyntax or TryStatementSyntax or CatchClauseSyntax or LabeledStatementSyntax or UsingStatementSyntax or LockStatementSyntax);
}
