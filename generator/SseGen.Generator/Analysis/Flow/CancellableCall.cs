using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>Where a call could take a token, and what it is given there.</summary>
internal readonly record struct CancellableCall
{
    private CancellableCall(IParameterSymbol parameter, IArgumentOperation? argument, bool isOverload)
    {
        Parameter = parameter;
        Argument = argument;
        IsOverload = isOverload;
    }

    /// <summary>The parameter for the token, of the called method or of an overload of it.</summary>
    public IParameterSymbol Parameter { get; }

    /// <summary>What is passed for it now; <see langword="null"/> when nothing is.</summary>
    public IArgumentOperation? Argument { get; }

    /// <summary>Whether the token would make another overload the called one.</summary>
    public bool IsOverload { get; }

    /// <summary>The place for a token; <see langword="null"/> when the method has no form that takes one.</summary>
    public static CancellableCall? Of(IInvocationOperation call, MethodBody body, FlowSymbols symbols)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { IsParams: false } parameter && symbols.IsToken(parameter.Type))
            {
                return new CancellableCall(parameter, argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument, isOverload: false);
            }
        }

        // A continuation's token does not cancel what it continues.
        if (call.TargetMethod.Name is "ContinueWith" || call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke)
        {
            return null;
        }

        var method = call.EnclosingMethod(body);
        foreach (var candidate in Overloads(call))
        {
            if (!SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method.OriginalDefinition)
                && TokenParameter(candidate, call, symbols) is { } parameter)
            {
                return new CancellableCall(parameter, null, isOverload: true);
            }
        }

        return null;
    }

    private static IEnumerable<IMethodSymbol> Overloads(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        for (var type = call.TargetMethod.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name).OfType<IMethodSymbol>())
            {
                yield return member;
            }
        }

        if (!call.TargetMethod.IsExtensionMethod && call.TargetMethod.IsStatic)
        {
            yield break;
        }

        // An extension without a token often stands beside an instance method with one.
        var receiver = call.Receiver()?.Unwrapped().Type;
        var types = receiver is null ? [] : receiver.AllInterfaces.Prepend(receiver as INamedTypeSymbol);
        foreach (var type in types)
        {
            for (var current = type; current is not null; current = current.BaseType)
            {
                foreach (var member in current.GetMembers(name).OfType<IMethodSymbol>())
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>The token of an overload that is the called method plus a token, and gives something to await in its place.</summary>
    private static IParameterSymbol? TokenParameter(IMethodSymbol candidate, IInvocationOperation call, FlowSymbols symbols)
    {
        var called = call.TargetMethod;
        if (candidate.TypeParameters.Length != called.TypeParameters.Length && !(called.IsExtensionMethod && !candidate.IsStatic && candidate.TypeParameters.IsEmpty))
        {
            return null;
        }

        if (candidate.TypeParameters.Length > 0)
        {
            candidate = candidate.OriginalDefinition.Construct([.. called.TypeArguments]);
        }

        var expected = Parameters(called);
        var offered = Parameters(candidate);
        if (offered.Count != expected.Count + 1 || !IsUsable(candidate, called, call, symbols))
        {
            return null;
        }

        var token = offered.Find(parameter => symbols.IsToken(parameter.Type));
        if (token is null)
        {
            return null;
        }

        offered.Remove(token);
        for (var i = 0; i < expected.Count; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(expected[i].Type, offered[i].Type) || expected[i].RefKind != offered[i].RefKind)
            {
                return null;
            }
        }

        return token;
    }

    /// <summary>Without the receiver of an extension method.</summary>
    private static List<IParameterSymbol> Parameters(IMethodSymbol method) =>
        [.. method.Parameters.Skip(method is { IsExtensionMethod: true, ReducedFrom: null } ? 1 : 0)];

    private static bool IsUsable(IMethodSymbol candidate, IMethodSymbol called, IInvocationOperation call, FlowSymbols symbols)
    {
        if (candidate.IsStatic != called.IsStatic && !called.IsExtensionMethod)
        {
            return false;
        }

        if (candidate.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute"))
        {
            return false;
        }

        var within = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType;
        if (within is not null && call.SemanticModel?.Compilation.IsSymbolAccessibleWithin(candidate, within) == false)
        {
            return false;
        }

        return symbols.IsAwaitable(called.ReturnType) ? symbols.IsAwaitable(candidate.ReturnType) : !candidate.ReturnsVoid;
    }
}
