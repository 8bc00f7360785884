using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Recognises operations that start work which goes on when the function has been left.</summary>
internal sealed class StartedWork(HandlerBody body, HandlerAnalysis handler)
{
    private readonly FlowSymbols _symbols = handler.Symbols;

    /// <summary>What an operation starts; <see langword="null"/> when it starts nothing that could outlive the stream.</summary>
    public Work? Describe(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsTaskStart(call) => DescribeTask(call),
        IInvocationOperation call when _symbols.IsTask(call.Type) && IsUnobserved(call) && RunsOn(call) => DescribeRunning(call, $"The task of '{call.TargetMethod.Name}'"),
        IInvocationOperation call when IsSubscription(call) => DescribeSubscription(call),
        IInvocationOperation { TargetMethod: { Name: "CreateTimer", ContainingType.Name: "TimeProvider" } } call => Describe(call, "The timer"),
        IInvocationOperation { TargetMethod.Name: "Start", Instance: IObjectCreationOperation creation } call when FlowSymbols.Is(creation.Type, _symbols.Thread) => DescribeRunning(creation, "The thread", call),
        IObjectCreationOperation creation when FlowSymbols.Is(creation.Type, _symbols.Thread) => DescribeRunning(creation, "The thread"),
        IObjectCreationOperation creation when IsTimer(creation.Type) => Describe(creation, "The timer"),
        IEventAssignmentOperation { Adds: true } assignment => DescribeEventHandler(assignment),
        _ => null,
    };

    private static bool IsTimer(ITypeSymbol? type) =>
        type is { Name: "Timer", ContainingNamespace.Name: "Threading" or "Timers" };

    private bool IsTaskStart(IInvocationOperation call) =>
        (call.TargetMethod.Name == "Run" && FlowSymbols.Is(call.TargetMethod.ContainingType, _symbols.Task))
        || call.TargetMethod is { Name: "StartNew", ContainingType.Name: "TaskFactory" }
        || (call.TargetMethod.Name is "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" && call.TargetMethod.ContainingType.Name == "ThreadPool");

    private Work? DescribeTask(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name == "ThreadPool" || IsUnobserved(call) ? DescribeRunning(call, $"The task of '{call.TargetMethod.Name}'") : null;

    /// <summary>The result is thrown away, or kept in a local at which nobody looks again.</summary>
    private bool IsUnobserved(IInvocationOperation call)
    {
        if (call.IsDiscarded())
        {
            return true;
        }

        return Holder(call) is ILocalSymbol local && !body.Body.Operations.Any(operation => operation is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && !IsTarget(reference));
    }

    private static bool IsTarget(IOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    /// <summary>
    /// A helper that loops, or a service that is handed the writer of a channel: what only takes its time ends by itself.
    /// </summary>
    private bool RunsOn(IInvocationOperation call)
    {
        var callee = body.Body.LocalFunction(call.TargetMethod) ?? handler.Sources.Of(call.TargetMethod)?.Root;
        return callee is null
            ? call.Arguments.Any(argument => FlowSymbols.DerivesFrom(argument.Value.Unwrapped().Type, _symbols.ChannelWriter))
            : callee.Descendants().Any(static operation => operation is IWhileLoopOperation or IForLoopOperation { Condition: null } or IForEachLoopOperation { IsAsynchronous: true });
    }

    private Work? DescribeRunning(IOperation start, string description, IOperation? call = null) =>
        Describe(start, description, call) is { } work ? work with { Functions = [.. FunctionsOf(start)] } : null;

    /// <summary>The lambdas in what starts the work, and the functions that nothing else calls.</summary>
    private IEnumerable<SyntaxNode> FunctionsOf(IOperation start)
    {
        foreach (var operation in start.DescendantsAndSelf())
        {
            if (operation is IAnonymousFunctionOperation lambda)
            {
                yield return lambda.Syntax;
            }
            else if (Called(operation) is { } method
                && (body.Body.LocalFunction(method)?.Syntax ?? handler.Sources.Of(method)?.Root.Syntax) is { } declaration
                && IsCalledOnlyIn(start, method))
            {
                yield return declaration;
            }
        }
    }

    private static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IMethodReferenceOperation reference => reference.Method,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };

    private bool IsCalledOnlyIn(IOperation start, IMethodSymbol method) => handler.Bodies
        .SelectMany(static known => known.Body.Operations)
        .Where(operation => SymbolEqualityComparer.Default.Equals(Called(operation)?.OriginalDefinition, method.OriginalDefinition))
        .All(operation => operation.Syntax.SyntaxTree == start.Syntax.SyntaxTree && start.Syntax.Span.Contains(operation.Syntax.Span));

    private bool IsSubscription(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isNamedSo = method.Name.StartsWith("Subscribe", StringComparison.Ordinal);
        if (!isNamedSo && method.Name is not ("OnChange" or "RegisterChangeCallback" or "Listen" or "Observe"))
        {
            return false;
        }

        if (_symbols.IsToken(method.ContainingType) || _symbols.IsAsyncSequence(call.Type) || FlowSymbols.DerivesFrom(call.Type, _symbols.ChannelReader))
        {
            return false;
        }

        var takesCallback = call.Arguments.Any(argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate || FlowSymbols.DerivesFrom(argument.Parameter?.Type, _symbols.Observer));
        var result = _symbols.IsTask(call.Type) && call.Type is INamedTypeSymbol { TypeArguments: [var awaited] } ? awaited : call.Type;
        if (_symbols.IsDisposable(result) && !_symbols.IsTask(result))
        {
            return isNamedSo || takesCallback;
        }

        return isNamedSo && call.Receiver()?.Type is { } receiver && HasUnsubscribe(receiver);
    }

    private static bool HasUnsubscribe(ITypeSymbol type) =>
        type.AllInterfaces.Prepend(type).Any(static candidate => candidate.GetMembers().Any(static member => member.Name.StartsWith("Unsubscribe", StringComparison.Ordinal)));

    private Work? DescribeSubscription(IInvocationOperation call)
    {
        var work = Describe(call, $"The subscription of '{call.TargetMethod.Name}'");
        var result = _symbols.IsTask(call.Type) && call.Type is INamedTypeSymbol { TypeArguments: [var awaited] } ? awaited : call.Type;
        return work is null || (_symbols.IsDisposable(result) && !_symbols.IsTask(result)) ? work : work with { Source = call.Receiver().RootSymbol() };
    }

    private Work? DescribeEventHandler(IEventAssignmentOperation assignment)
    {
        if (assignment.EventReference.Unwrapped() is not IEventReferenceOperation @event)
        {
            return null;
        }

        var source = @event.Instance.RootSymbol();
        if (source is ILocalSymbol local && MadeHere(local) is { } made)
        {
            // An object of the handler's own goes with it, and its handlers too; one that must be disposed of is kept alive by the system.
            if (!_symbols.IsDisposable(made.Type) || IsTimer(made.Type))
            {
                return null;
            }

            return IsFirstHandler(assignment, local) ? new Work(assignment, assignment.Syntax.GetLocation(), $"The handler of '{@event.Event.Name}'", local, local) : null;
        }

        return assignment.HandlerValue is { } handlerValue && body.Flow.Of(handlerValue) is TokenOrigin.None && @event.Instance is IInstanceReferenceOperation
            ? null
            : new Work(assignment, assignment.Syntax.GetLocation(), $"The handler of '{@event.Event.Name}'", null, source) { Event = @event.Event };
    }

    private IObjectCreationOperation? MadeHere(ILocalSymbol local) => body.Body.Operations
        .OfType<IVariableDeclaratorOperation>()
        .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?
        .GetVariableInitializer()?.Value.Unwrapped() as IObjectCreationOperation;

    private bool IsFirstHandler(IEventAssignmentOperation assignment, ILocalSymbol local) =>
        body.Body.Operations.OfType<IEventAssignmentOperation>().First(other =>
            other.EventReference.Unwrapped() is IEventReferenceOperation { Instance: { } instance } && SymbolEqualityComparer.Default.Equals(instance.RootSymbol(), local)) == assignment;

    private Work? Describe(IOperation start, string description, IOperation? call = null)
    {
        if (IsGivenToken(start))
        {
            return null;
        }

        var holder = Holder(start);
        if (holder is null && !IsThrownAway(call ?? start))
        {
            // Handed to somebody else, or part of an expression that decides what becomes of it.
            return start is IObjectCreationOperation && call is not null ? new Work(start, start.Syntax.GetLocation(), description, null, null) : null;
        }

        var location = start is IObjectCreationOperation ? start.Syntax.GetLocation() : start.NameLocation();
        return new Work(start, location, description, holder, null);
    }

    private bool IsGivenToken(IOperation start)
    {
        var arguments = start switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };

        // A timer's callback may use the token, and the timer goes on ticking.
        if (start is not IInvocationOperation invocation || !IsTaskStart(invocation))
        {
            arguments = arguments.RemoveAll(argument => !FlowSymbols.Is((start as IObjectCreationOperation)?.Type, _symbols.Thread) && argument.Parameter?.Type.TypeKind == TypeKind.Delegate);
        }

        if (arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && body.Flow.Of(argument.Value) >= TokenOrigin.Unknown))
        {
            return true;
        }

        return start is IInvocationOperation { Instance: { } instance } && body.Flow.Of(instance) >= TokenOrigin.Unknown
            || (start is IInvocationOperation local && body.Body.LocalFunction(local.TargetMethod) is { } function && body.Flow.Mentioned(function) >= TokenOrigin.Unknown)
            || (start is IInvocationOperation run && IsTaskStart(run) && run.Arguments.Any(argument => LocalFunctionOf(argument.Value) is { } started && body.Flow.Mentioned(started) >= TokenOrigin.Unknown));
    }

    /// <summary>The local function that <c>Task.Run(Produce)</c> or <c>Task.Run(() => Produce())</c> runs.</summary>
    private ILocalFunctionOperation? LocalFunctionOf(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            if (Called(operation) is { } method && body.Body.LocalFunction(method) is { } function)
            {
                return function;
            }
        }

        return null;
    }

    /// <summary>Nobody keeps what was started, though its start may be awaited: <c>await bus.SubscribeAsync(…);</c></summary>
    private static bool IsThrownAway(IOperation start)
    {
        while (start.Parent is IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" or "AsTask" })
        {
            start = start.Parent;
        }

        return start.IsDiscarded();
    }

    /// <summary>The local variable that what was started is kept in; a discard is none.</summary>
    private static ISymbol? Holder(IOperation start)
    {
        foreach (var parent in start.Ancestors())
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IConditionalAccessOperation or ICoalesceOperation or IConditionalOperation:
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "Unwrap" or "WaitAsync" or "AsTask" }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Unwrap" } }:
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return declarator.Symbol;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                    return local.Local;
                default:
                    return null;
            }
        }

        return null;
    }
}
