using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>What a method ends on its way out: in <c>finally</c>, with <c>using</c>, or in a callback registered on a token.</summary>
internal sealed class Releases
{
    private readonly HashSet<ISymbol> _touched = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _handedOver = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _unsubscribed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _detached = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _disposed = new(SymbolEqualityComparer.Default);
    private readonly HandlerBody _body;
    private readonly FlowSymbols _symbols;

    public Releases(HandlerBody body, FlowSymbols symbols)
    {
        _body = body;
        _symbols = symbols;
        foreach (var operation in body.Body.Operations)
        {
            Visit(operation);
        }
    }

    /// <summary>Whether anything on the way out ends this work.</summary>
    public bool IsReleased(Work work)
    {
        if (work.Event is { } @event)
        {
            // What is disposed of with the stream calls nobody any more.
            return _detached.Contains(@event) || (work.Source is ILocalSymbol owner && _disposed.Contains(owner));
        }

        if (work.Holder is { } holder)
        {
            return _touched.Contains(holder) || _handedOver.Contains(holder) || UsesSomethingTouched(work.Start);
        }

        return UsesSomethingTouched(work.Start) || (work.Source is { } source && (_unsubscribed.Contains(source) || _disposed.Contains(source)));
    }

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IUsingDeclarationOperation declaration:
                AddDeclared(declaration.DeclarationGroup);
                AddCallbacks(declaration.DeclarationGroup);
                break;
            case IUsingOperation usingStatement:
                AddDeclared(usingStatement.Resources);
                AddCallbacks(usingStatement.Resources);
                Add(_touched, usingStatement.Resources.RootSymbol());
                break;
            case ITryOperation { Finally: { } clause }:
                AddTouched(clause);
                break;
            case IInvocationOperation { TargetMethod.Name: "Register" or "UnsafeRegister" } call when _symbols.IsToken(call.TargetMethod.ContainingType):
                AddTouched(call);
                break;
            case IReturnOperation { ReturnedValue: { } value } when operation.Kind is OperationKind.Return:
                Add(_handedOver, value.Unwrapped().Symbol());
                foreach (var part in value.Descendants().Where(static part => part.Parent is ITupleOperation))
                {
                    Add(_handedOver, part.Symbol());
                }

                break;
            case IArgumentOperation { Value: var value, Parent: IInvocationOperation or IObjectCreationOperation } argument when !IsOnlyAsked(argument):
                Add(_handedOver, value.Unwrapped().Symbol());
                break;
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation } assignment:
                Add(_handedOver, assignment.Value.Unwrapped().Symbol());
                break;
        }
    }

    /// <summary>Joining a race or being logged is not being taken over.</summary>
    private static bool IsOnlyAsked(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod.Name: "WhenAny" or "KeepAlive" or "WriteLine" };

    private void AddDeclared(IOperation group)
    {
        foreach (var declarator in group.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
        {
            Add(_touched, declarator.Symbol);
            Add(_disposed, declarator.Symbol);
        }
    }

    /// <summary><c>using var _ = Disposable.Create(() => feed.Changed -= OnChanged);</c></summary>
    private void AddCallbacks(IOperation resources)
    {
        foreach (var lambda in resources.Descendants().OfType<IAnonymousFunctionOperation>())
        {
            foreach (var operation in lambda.Descendants())
            {
                if (operation is IEventAssignmentOperation { Adds: false } || (operation is IInvocationOperation call && IsEnd(call.TargetMethod)))
                {
                    AddTouched(operation);
                }
            }
        }
    }

    private static bool IsEnd(IMethodSymbol method) =>
        method.Name is "Dispose" or "DisposeAsync" or "Close" or "CloseAsync" || IsUnsubscription(method);

    private static bool IsUnsubscription(IMethodSymbol method) =>
        method.Name.StartsWith("Unsubscribe", StringComparison.Ordinal) || method.Name.StartsWith("Remove", StringComparison.Ordinal);

    private void AddTouched(IOperation region)
    {
        foreach (var operation in region.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IInvocationOperation call:
                    AddCall(call);
                    break;
                case IMethodReferenceOperation { Instance: { } instance } reference when operation.Parent is IDelegateCreationOperation:
                    Add(_touched, instance.RootSymbol());
                    if (reference.Method.Name.StartsWith("Unsubscribe", StringComparison.Ordinal))
                    {
                        Add(_unsubscribed, instance.RootSymbol());
                    }

                    break;
                case IEventAssignmentOperation { Adds: false } detach when IsSameHandler(detach):
                    Add(_detached, (detach.EventReference.Unwrapped() as IEventReferenceOperation)?.Event);
                    break;
                case IAssignmentOperation assignment:
                    Add(_touched, assignment.Target.RootSymbol());
                    break;
                case IAwaitOperation await:
                    Add(_touched, await.Operation.RootSymbol());
                    break;
            }
        }
    }

    private void AddCall(IInvocationOperation call)
    {
        if (!FlowSymbols.DerivesFrom(call.Receiver()?.Type, _symbols.Logger))
        {
            Add(_touched, call.Receiver().RootSymbol());
        }

        if (IsEnd(call.TargetMethod))
        {
            Add(IsUnsubscription(call.TargetMethod) ? _unsubscribed : _disposed, call.Receiver().RootSymbol());
        }

        foreach (var argument in call.Arguments)
        {
            Add(_touched, argument.Value.Unwrapped().Symbol());
        }

        // A clean-up function of the handler's own is part of the way out.
        if (_body.Body.LocalFunction(call.TargetMethod) is { } cleanUp && _touched.Add(cleanUp.Symbol))
        {
            AddTouched(cleanUp);
        }
    }

    /// <summary><c>-= (s, e) => …</c> makes a new delegate and takes nothing away.</summary>
    private static bool IsSameHandler(IEventAssignmentOperation detach) =>
        detach.HandlerValue is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation } and not IConversionOperation { Operand: IAnonymousFunctionOperation };

    /// <summary>The work's code uses something that is ended on the way out: its channel, its source, its flag.</summary>
    private bool UsesSomethingTouched(IOperation start) => start.Descendants().Any(operation =>
        operation switch
        {
            ILocalReferenceOperation local => _touched.Contains(local.Local),
            IMethodReferenceOperation reference => UsesSomethingTouched(reference.Method),
            IInvocationOperation call => UsesSomethingTouched(call.TargetMethod),
            _ => false,
        });

    private bool UsesSomethingTouched(IMethodSymbol method) =>
        _body.Body.LocalFunction(method) is { } function
        && function.Descendants().Any(operation => operation is ILocalReferenceOperation local && _touched.Contains(local.Local));

    private static void Add(HashSet<ISymbol> symbols, ISymbol? symbol)
    {
        if (symbol is not null)
        {
            symbols.Add(symbol);
        }
    }
}
