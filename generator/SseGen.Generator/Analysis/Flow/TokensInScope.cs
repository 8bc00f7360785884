using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SseGen.Generator.Analysis.Flow;

/// <summary>How code at a given place names the stream's token.</summary>
internal static class TokensInScope
{
    /// <summary>The nearest token as an expression (<c>cancellationToken</c>, <c>context.CancellationToken</c>); <see langword="null"/> when there is none.</summary>
    public static string? At(IOperation operation, MethodBody body, FlowSymbols symbols)
    {
        for (var function = operation.EnclosingFunction(); function is not null; function = function.EnclosingFunction())
        {
            var symbol = function is ILocalFunctionOperation localFunction ? localFunction.Symbol : ((IAnonymousFunctionOperation)function).Symbol;
            if (Of(symbol.Parameters, symbols) is { } own)
            {
                return own;
            }

            if (symbol.IsStatic)
            {
                return null;
            }
        }

        return Of(body.Method, symbols);
    }

    /// <summary>The token that a method has from its parameters or, when it is not static, from a field.</summary>
    public static string? Of(IMethodSymbol method, FlowSymbols symbols) =>
        Of(method.Parameters, symbols) ?? (method.IsStatic ? null : OfMembers(method.ContainingType, symbols));

    private static string? Of(IEnumerable<IParameterSymbol> parameters, FlowSymbols symbols)
    {
        string? fromContext = null;
        foreach (var parameter in parameters)
        {
            if (symbols.IsToken(parameter.Type))
            {
                return Escaped(parameter.Name);
            }

            fromContext ??= symbols.IsContext(parameter.Type)
                ? Escaped(parameter.Name) + ".CancellationToken"
                : parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AsParametersAttribute")
                    && OfMembers(parameter.Type, symbols) is { } member
                        ? Escaped(parameter.Name) + "." + member
                        : null;
        }

        return fromContext;
    }

    private static string? OfMembers(ITypeSymbol type, FlowSymbols symbols)
    {
        foreach (var member in type.GetMembers())
        {
            var memberType = member switch
            {
                IFieldSymbol { IsStatic: false, AssociatedSymbol: null } field => field.Type,
                IPropertySymbol { IsStatic: false, IsIndexer: false } property => property.Type,
                _ => null,
            };
            if (symbols.IsToken(memberType) && member.CanBeReferencedByName)
            {
                return Escaped(member.Name);
            }

            if (symbols.IsContext(memberType) && member.CanBeReferencedByName)
            {
                return Escaped(member.Name) + ".CancellationToken";
            }
        }

        return type is INamedTypeSymbol named
            ? named.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .Where(parameter => symbols.IsContext(parameter.Type) && IsPrimary(parameter))
                .Select(static parameter => Escaped(parameter.Name) + ".CancellationToken")
                .FirstOrDefault()
            : null;
    }

    /// <summary>A parameter of a primary constructor is in scope in the whole class.</summary>
    private static bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol.DeclaringSyntaxReferences.Any(static reference =>
            reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);

    private static string Escaped(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;
}
