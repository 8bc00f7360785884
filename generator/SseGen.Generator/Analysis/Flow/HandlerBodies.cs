using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>
/// The code that a handler consists of: its own body, the methods of its class that it calls, and static methods of this compilation that
/// it forwards to, to a bounded depth. Services are not part of it: they have authors of their own.
/// </summary>
internal static class HandlerBodies
{
    private const int MaxDepth = 6;
    private const int MaxMethods = 64;

    /// <summary>The handler first, then what it reaches, nearest first.</summary>
    public static List<HandlerBody> Of(MethodBody handler, SourceMethods sources, FlowSymbols symbols, CancellationObservers observers)
    {
        var family = new HandlerFamily(handler.Method.ContainingType, symbols);
        var arguments = new Dictionary<ISymbol, TokenOrigin>(SymbolEqualityComparer.Default);
        var reached = new List<HandlerBody> { new(handler, new TokenFlow(handler, symbols, arguments), observers) };
        for (var next = 0; next < reached.Count; next++)
        {
            var caller = reached[next];
            foreach (var operation in caller.Body.Operations)
            {
                if (Callee(operation) is not { } method || !family.Owns(method, operation) || sources.Of(method) is not { } callee)
                {
                    continue;
                }

                NoteArguments(operation, callee, caller.Flow, arguments);
                var cleanUp = caller.IsCleanUp || ExecutionContexts.IsCleanUp(operation, caller.Body, symbols);
                var offloaded = caller.IsOffloaded || ExecutionContexts.IsOffloaded(operation, caller.Body, symbols);
                if (reached.Find(known => known.Body == callee) is { } again)
                {
                    again.IsCleanUp &= cleanUp;
                    again.IsOffloaded &= offloaded;
                }
                else if (caller.Depth < MaxDepth && reached.Count < MaxMethods)
                {
                    reached.Add(new HandlerBody(callee, new TokenFlow(callee, symbols, arguments), observers)
                    {
                        Depth = caller.Depth + 1,
                        IsCleanUp = cleanUp,
                        IsOffloaded = offloaded,
                    });
                }
            }
        }

        return reached;
    }

    private static IMethodSymbol? Callee(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } call => call.TargetMethod,
        IMethodReferenceOperation { Method.MethodKind: MethodKind.Ordinary } reference => reference.Method,
        _ => null,
    };

    /// <summary>What is passed to a helper decides what its own parameters carry.</summary>
    private static void NoteArguments(IOperation operation, MethodBody callee, TokenFlow flow, Dictionary<ISymbol, TokenOrigin> arguments)
    {
        if (operation is not IInvocationOperation call)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < callee.Method.Parameters.Length)
            {
                var target = callee.Method.Parameters[parameter.Ordinal];
                var origin = flow.Of(argument.Value);
                if (!arguments.TryGetValue(target, out var known) || known < origin)
                {
                    arguments[target] = origin;
                }
            }
        }
    }
}
