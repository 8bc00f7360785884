using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Types that bind themselves from the request.</summary>
internal static class BindAsyncParser
{
    private const string Reason =
        "its type has a public static BindAsync, but none of the form ValueTask<T> BindAsync(HttpContext) or ValueTask<T> BindAsync(HttpContext, ParameterInfo)";

    /// <param name="value">The parameter.</param>
    /// <param name="context">Takes the refusal.</param>
    /// <param name="isBindAsync">The type has a <c>BindAsync</c>; without a spec it was refused.</param>
    public static ParameterSpec? Parse(BoundValue value, ParsingContext context, out bool isBindAsync)
    {
        var symbols = context.Symbols;
        var type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : value.Type;
        if (type.SpecialType != SpecialType.None)
        {
            // Strings and numbers, most of what is bound: no need to go through all their interfaces.
            isBindAsync = false;
            return null;
        }

        isBindAsync = true;
        if (type.IsReferenceType && type.AllInterfaces.Any(candidate => IsBindable(candidate, type, symbols)))
        {
            return Spec(value, type, "(HttpContext, ParameterInfo)", $"global::SseGen.Hosting.BindAsync.Of<{TypeRef.Of(type)}>");
        }

        if (StaticMethods.Find(type, "BindAsync", method => IsBindAsync(method, type, symbols, parameters: 2)) is { } full)
        {
            return Spec(
                value, type, "(HttpContext, ParameterInfo)", $"static async (httpContext, parameter) => await {TypeRef.Of(full.ContainingType)}.BindAsync(httpContext, parameter)");
        }

        if (StaticMethods.Find(type, "BindAsync", method => IsBindAsync(method, type, symbols, parameters: 1)) is { } plain)
        {
            return Spec(value, type, "(HttpContext)", $"static async (httpContext, _) => await {TypeRef.Of(plain.ContainingType)}.BindAsync(httpContext)");
        }

        isBindAsync = StaticMethods.All(type, "BindAsync").Any();
        return isBindAsync ? ParameterParser.Refuse(value, Reason, context) : null;
    }

    private static ParameterSpec Spec(BoundValue value, ITypeSymbol type, string signature, string call) => value.Spec(ParameterSource.BindAsync) with
    {
        Parser = call,
        BindAsyncName = $"{type.Name}.BindAsync{signature}",
    };

    private static bool IsBindable(INamedTypeSymbol candidate, ITypeSymbol type, KnownSymbols symbols) =>
        symbols.Is(candidate, KnownNames.BindableFromHttpContext) && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type);

    private static bool IsBindAsync(IMethodSymbol method, ITypeSymbol type, KnownSymbols symbols, int parameters) =>
        method.Parameters.Length == parameters
        && symbols.Is(method.Parameters[0].Type, KnownNames.HttpContext)
        && (parameters == 1 || symbols.Is(method.Parameters[1].Type, KnownNames.ParameterInfo))
        && symbols.Is(method.ReturnType, KnownNames.ValueTaskOf)
        && IsOrIsNullable(((INamedTypeSymbol)method.ReturnType).TypeArguments[0], type);

    private static bool IsOrIsNullable(ITypeSymbol result, ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(result, type)
        || (result is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], type));
}
