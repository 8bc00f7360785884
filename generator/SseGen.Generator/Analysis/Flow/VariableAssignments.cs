using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>All that a method assigns to each variable, gathered in one pass, and what registrations on a token touch.</summary>
internal sealed class VariableAssignments
{
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _registeredOn = new(SymbolEqualityComparer.Default);
    private readonly FlowSymbols _symbols;

    public VariableAssignments(MethodBody body, FlowSymbols symbols)
    {
        _symbols = symbols;
        foreach (var operation in body.Operations)
        {
            Visit(operation);
        }
    }

    /// <summary>The values assigned to <paramref name="variable"/> or to a property of it.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol variable) => _values.TryGetValue(variable, out var values) ? values : [];

    /// <summary>
    /// Whether a callback registered on the stream's token does something with <paramref name="variable"/>: completes the channel,
    /// closes the listener, cancels the source, sets the flag. Whoever waits for it then sees the cancellation through it.
    /// </summary>
    public bool IsReleasedByToken(ISymbol variable, TokenFlow flow) =>
        _registeredOn.TryGetValue(variable, out var tokens) && tokens.Any(token => flow.Of(token) >= TokenOrigin.Unknown);

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(_values, declarator.Symbol, initializer.Value);
                break;
            case ISimpleAssignmentOperation assignment:
                AddTarget(assignment.Target, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                AddTarget(assignment.Target, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                AddDeconstruction(deconstruction.Target, deconstruction.Value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation variable } loop:
                Add(_values, variable.Symbol, loop.Collection);
                break;
            case IInvocationOperation call:
                VisitCall(call);
                break;
        }
    }

    private void VisitCall(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Register" or "UnsafeRegister" && _symbols.IsToken(call.TargetMethod.ContainingType) && call.Instance is { } token)
        {
            foreach (var argument in call.Arguments)
            {
                AddRegistration(argument.Value, token);
            }
        }
        else if (call.TargetMethod.Name is "Add" or "Enqueue" or "Push" or "TryAdd" or "AddRange" && call.Instance.RootSymbol() is { } collection)
        {
            foreach (var argument in call.Arguments.Where(argument => _symbols.IsTask(argument.Value.Unwrapped().Type)))
            {
                Add(_values, collection, argument.Value);
            }
        }
    }

    private void AddRegistration(IOperation argument, IOperation token)
    {
        var value = argument.Unwrapped();
        if (value is IDelegateCreationOperation creation)
        {
            value = creation.Target;
        }

        if (value is not IAnonymousFunctionOperation lambda)
        {
            if ((value is IMethodReferenceOperation method ? method.Instance : value).RootSymbol() is { } named)
            {
                Add(_registeredOn, named, token);
            }

            return;
        }

        foreach (var operation in lambda.Descendants())
        {
            var touched = operation switch
            {
                IInvocationOperation call when !FlowSymbols.DerivesFrom(call.Receiver()?.Type, _symbols.Logger) => call.Receiver().RootSymbol(),
                IAssignmentOperation assignment => assignment.Target.RootSymbol(),
                _ => null,
            };
            if (touched is not null)
            {
                Add(_registeredOn, touched, token);
            }
        }
    }

    private void AddTarget(IOperation target, IOperation value)
    {
        if (target.Symbol() is { } symbol)
        {
            Add(_values, symbol, value);
        }

        if (target is IPropertyReferenceOperation { Instance: { } instance } && instance.RootSymbol() is { } owner)
        {
            Add(_values, owner, value);
        }
    }

    private void AddDeconstruction(IOperation target, IOperation value)
    {
        var targets = target.Unwrapped();
        targets = targets is IDeclarationExpressionOperation declaration ? declaration.Expression.Unwrapped() : targets;
        if (targets is not ITupleOperation tuple)
        {
            AddTarget(targets, value);
            return;
        }

        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            AddDeconstruction(tuple.Elements[i], value.Unwrapped() is ITupleOperation values && i < values.Elements.Length ? values.Elements[i] : value);
        }
    }

    private static void Add(Dictionary<ISymbol, List<IOperation>> lists, ISymbol symbol, IOperation value)
    {
        if (!lists.TryGetValue(symbol, out var list))
        {
            lists.Add(symbol, list = []);
        }

        list.Add(value);
    }
}
