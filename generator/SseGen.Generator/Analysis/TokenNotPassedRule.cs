using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE104: a call that is awaited could take the stream's token and does not get it.
/// <para>Fires where a token is in scope and an awaited call (directly, through <c>ConfigureAwait</c>, <c>WhenAll</c> or a local, or by
/// returning it) has a parameter or an overload for a token and is given none, <c>default</c>, <c>None</c> or one that is linked to nothing;
/// on <c>await foreach</c> over a source that could take one; in the handler, its local functions, lambdas and helpers.</para>
/// <para>Silent in clean-up (<c>finally</c>, a <c>catch</c> that deals with the cancellation or rethrows, a callback of the token, after
/// <c>IsCancellationRequested</c>), when anything that is passed carries the token (the context, an options object, a lambda that uses it),
/// when what the call is made on was made with it, when <c>WaitAsync</c> with the token or a <c>WhenAny</c> guards the wait, and for tokens of unknown origin.</para>
/// </summary>
internal static class TokenNotPassedRule
{
    /// <summary>Passed to the code fix: how the token is named at the call.</summary>
    public const string TokenProperty = "token";

    /// <summary>Passed to the code fix: the name of the parameter for the token.</summary>
    public const string ParameterProperty = "parameter";

    /// <summary>Passed to the code fix: where the token stands among the arguments; missing for <c>WithCancellation</c>.</summary>
    public const string IndexProperty = "index";

    /// <summary>Reports, and returns the operations that were named, as the loops' rules must not name them again.</summary>
    public static HashSet<(SyntaxNode, OperationKind)> Check(HandlerAnalysis handler)
    {
        var named = new HashSet<(SyntaxNode, OperationKind)>();
        foreach (var body in handler.Bodies.Where(static body => !body.IsCleanUp))
        {
            foreach (var operation in body.Body.Operations)
            {
                switch (operation)
                {
                    case IInvocationOperation call:
                        CheckCall(handler, body, call, named);
                        break;
                    case IForEachLoopOperation { IsAsynchronous: true } loop:
                        CheckLoop(handler, body, loop, named);
                        break;
                }
            }
        }

        return named;
    }

    private static void CheckCall(HandlerAnalysis handler, HandlerBody body, IInvocationOperation call, HashSet<(SyntaxNode, OperationKind)> named)
    {
        if (CanAwait(call, handler.Symbols)
            && CancellableCall.Of(call, body.Body, handler.Symbols) is { } slot
            && IsWithoutToken(call, slot, body.Flow)
            && !IsNamedAtItsSource(call, handler, body)
            && Awaiting.IsAwaited(call, body.Body, handler.Symbols)
            && !IsGuarded(call, body.Flow))
        {
            Report(handler, body, call, slot, named);
        }
    }

    /// <summary>Of <c>source.ReadAsync().GetAsyncEnumerator()</c> the source is named, and not the enumerator as well.</summary>
    private static bool IsNamedAtItsSource(IInvocationOperation call, HandlerAnalysis handler, HandlerBody body) =>
        call.TargetMethod.Name == "GetAsyncEnumerator"
        && call.Receiver()?.Unwrapped() is IInvocationOperation source
        && CancellableCall.Of(source, body.Body, handler.Symbols) is { } slot
        && IsWithoutToken(source, slot, body.Flow);

    private static void CheckLoop(HandlerAnalysis handler, HandlerBody body, IForEachLoopOperation loop, HashSet<(SyntaxNode, OperationKind)> named)
    {
        var source = loop.Collection.Unwrapped();
        while (source is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Receiver() is { } inner)
        {
            source = inner.Unwrapped();
        }

        if (body.Flow.Of(source) >= TokenOrigin.Unknown)
        {
            return;
        }

        for (var call = source as IInvocationOperation; call is not null; call = call.Receiver()?.Unwrapped() as IInvocationOperation)
        {
            if (CancellableCall.Of(call, body.Body, handler.Symbols) is { } slot && IsWithoutToken(call, slot, body.Flow))
            {
                if (Report(handler, body, call, slot, named))
                {
                    named.Add((loop.Syntax, OperationKind.Await));
                }

                return;
            }

            if (IsInMemory(call, handler))
            {
                return;
            }
        }

        if (handler.Symbols.IsAsyncEnumerable(source.Type) && Report(handler, body, source, null, named))
        {
            named.Add((loop.Syntax, OperationKind.Await));
        }
    }

    /// <summary>Only what gives something to wait for; that rules out most calls before anything is looked up.</summary>
    private static bool CanAwait(IInvocationOperation call, FlowSymbols symbols) =>
        call.TargetMethod.Name != "ConfigureAwait"
        && !StartsTask(call, symbols)
        && (symbols.IsAwaitable(call.Type) || symbols.IsAsyncSequence(call.Type) || FlowSymbols.DerivesFrom(call.Type, symbols.ChannelReader))
        && call.Parent is not IForEachLoopOperation and not IConversionOperation { Parent: IForEachLoopOperation };

    /// <summary>The token of <c>Task.Run</c> keeps work from starting, and ends none that has started: it is the work that needs it.</summary>
    private static bool StartsTask(IInvocationOperation call, FlowSymbols symbols) =>
        (call.TargetMethod.Name == "Run" && FlowSymbols.Is(call.TargetMethod.ContainingType, symbols.Task))
        || call.TargetMethod is { Name: "StartNew", ContainingType.Name: "TaskFactory" };

    /// <summary>No token, a useless one, and nothing else by which the call could know of the cancellation.</summary>
    private static bool IsWithoutToken(IInvocationOperation call, CancellableCall slot, TokenFlow flow)
    {
        if (slot.Argument is not null && flow.Of(slot.Argument.Value) != TokenOrigin.Unrelated)
        {
            return false;
        }

        return flow.Of(call.Instance) < TokenOrigin.Unknown
            && call.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || flow.Of(argument.Value) < TokenOrigin.Unknown);
    }

    /// <summary><c>WaitAsync(token)</c> around the call ends the wait, if not the work.</summary>
    private static bool IsGuarded(IInvocationOperation call, TokenFlow flow)
    {
        foreach (var parent in call.Ancestors())
        {
            switch (parent)
            {
                case IInvocationOperation { TargetMethod.Name: "WaitAsync" or "WithCancellation" or "GetAsyncEnumerator" } outer when outer != call:
                    return outer.Arguments.Any(argument => flow.Of(argument.Value) >= TokenOrigin.Unknown);
                case IInvocationOperation or IArgumentOperation or IConversionOperation or IParenthesizedOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>A list seen as an asynchronous sequence never waits; an iterator of this compilation without a marked token takes none.</summary>
    private static bool IsInMemory(IInvocationOperation call, HandlerAnalysis handler)
    {
        if (call.TargetMethod.Name is "ToAsyncEnumerable" or "Empty" or "Range" or "Repeat")
        {
            return !FlowSymbols.DerivesFrom(call.Receiver()?.Type, handler.Symbols.Observable);
        }

        return call.TargetMethod is { IsAbstract: false, DeclaringSyntaxReferences.Length: > 0 } method
            && (method.MethodKind == MethodKind.LocalFunction || handler.Sources.Of(method) is not null)
            && (method.PartialImplementationPart ?? method).IsAsync;
    }

    /// <summary>The receiver of an extension method does not stand among the arguments.</summary>
    private static string Index(IParameterSymbol parameter, IOperation call)
    {
        var isReduced = parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true, ReducedFrom: null }
            && call.SemanticModel?.GetSymbolInfo(call.Syntax).Symbol is IMethodSymbol { ReducedFrom: not null };
        return (parameter.Ordinal - (isReduced ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
    }

    private static bool Report(
        HandlerAnalysis handler,
        HandlerBody body,
        IOperation source,
        CancellableCall? slot,
        HashSet<(SyntaxNode, OperationKind)> named)
    {
        if (TokensInScope.At(source, body.Body, handler.Symbols) is not { } token
            || ExecutionContexts.IsCleanUp(source, body.Body, handler.Symbols)
            || handler.IsOutliving(source.Syntax))
        {
            return false;
        }

        named.Add((source.Syntax, source.Kind));
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (slot?.Argument is null || slot.Value.Argument.Value.Unwrapped() is IDefaultValueOperation or ILiteralOperation or IPropertyReferenceOperation { Property.Name: "None" } or IObjectCreationOperation { Arguments.IsEmpty: true })
        {
            properties = properties.Add(TokenProperty, token);
            if (slot is { } place)
            {
                properties = properties.Add(ParameterProperty, place.Parameter.Name).Add(IndexProperty, Index(place.Parameter, source));
            }
        }

        var name = source is IInvocationOperation call ? call.TargetMethod.Name : source.Syntax.ToString();
        var location = source is IInvocationOperation ? source.NameLocation() : source.Syntax.GetLocation();
        handler.Report(Diagnostic.Create(Rules.TokenNotPassed, location, properties, name, token));
        return true;
    }
}
