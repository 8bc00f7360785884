using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SseGen.Generator.Analysis.Flow;

namespace SseGen.Generator.Analysis;

/// <summary>
/// SSE106: a thread of the pool that waits instead of the task.
/// <para>Fires on <c>Thread.Sleep</c>, <c>Task.Wait</c>, <c>Task.WaitAll</c> and <c>WaitAny</c>, <c>.Result</c> and <c>GetAwaiter().GetResult()</c> of a task, and
/// <c>Wait</c> of the semaphores and events of <c>System.Threading</c>, in the handler, its local functions, lambdas and helpers.</para>
/// <para>Silent when the task is known to be complete (awaited, or asked for its completion, before), for a wait of no time at all,
/// and inside an awaited <c>Task.Run</c> or a thread of its own.</para>
/// </summary>
internal static class BlockedThreadRule
{
    /// <summary>Passed to the code fix: how the token is named at the call.</summary>
    public const string TokenProperty = "token";

    public static void Check(HandlerAnalysis handler)
    {
        foreach (var body in handler.Bodies.Where(static body => !body.IsOffloaded))
        {
            foreach (var operation in body.Body.Operations)
            {
                if (Blocking(operation, handler.Symbols) is { } blocking
                    && !handler.IsOutliving(operation.Syntax)
                    && !CompletedTasks.IsKnownComplete(blocking.Task, operation, body.Body, handler.Symbols)
                    && !ExecutionContexts.IsOffloaded(operation, body.Body, handler.Symbols))
                {
                    var token = TokensInScope.At(operation, body.Body, handler.Symbols);
                    var properties = ImmutableDictionary<string, string?>.Empty;
                    properties = token is null ? properties : properties.Add(TokenProperty, token);
                    handler.Report(Diagnostic.Create(Rules.BlockedThread, operation.NameLocation(), properties, blocking.Name));
                }
            }
        }
    }

    /// <summary>What blocks, and the task that it waits for when there is one.</summary>
    private static (string Name, IOperation? Task)? Blocking(IOperation operation, FlowSymbols symbols) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } property
            when symbols.IsTask(property.Property.ContainingType) => ("Result", task),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } call => BlockingStatic(method, call, symbols),
        IInvocationOperation { TargetMethod: { Name: "Wait", IsStatic: false } method, Instance: { } instance } call
            when IsWaitable(method.ContainingType, symbols) && !IsPoll(call) => ("Wait", symbols.IsTask(instance.Type) ? instance : null),
        IInvocationOperation { TargetMethod: { Name: "GetResult", IsStatic: false } } call when Awaited(call, symbols) is { } task => ("GetResult", task),
        _ => null,
    };

    private static (string, IOperation?)? BlockingStatic(IMethodSymbol method, IInvocationOperation call, FlowSymbols symbols)
    {
        if (method.Name == "Sleep" && FlowSymbols.Is(method.ContainingType, symbols.Thread) && !IsPoll(call))
        {
            return ("Thread.Sleep", null);
        }

        return method.Name is "WaitAll" or "WaitAny" && FlowSymbols.Is(method.ContainingType, symbols.Task) && !IsPoll(call)
            ? ("Task." + method.Name, call.Arguments.FirstOrDefault()?.Value)
            : null;
    }

    private static bool IsWaitable(INamedTypeSymbol type, FlowSymbols symbols) =>
        symbols.IsTask(type) || type is { Name: "SemaphoreSlim" or "ManualResetEventSlim" or "CountdownEvent", ContainingNamespace.Name: "Threading" };

    /// <summary>A wait of zero milliseconds asks, and does not wait.</summary>
    private static bool IsPoll(IInvocationOperation call) =>
        call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: 0 }
            || argument.Value.Unwrapped() is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });

    /// <summary>The task of <c>task.ConfigureAwait(false).GetAwaiter().GetResult()</c>.</summary>
    private static IOperation? Awaited(IInvocationOperation call, FlowSymbols symbols)
    {
        if (call.Instance?.Unwrapped() is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task })
        {
            return null;
        }

        var configured = task.Unwrapped();
        var awaited = configured is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } ? inner : configured;
        return symbols.IsTask(awaited.Type) ? awaited : null;
    }
}
