using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>
/// How text becomes a value of a type, as an expression of type <c>SseGen.Hosting.ValueParser&lt;T&gt;</c>. Always in the invariant culture.
/// </summary>
internal static class ValueParsers
{
    private const string Helpers = "global::SseGen.Hosting.ValueParsers.";

    /// <summary>The expression; <see langword="null"/> for a type that cannot be parsed.</summary>
    public static string? Find(ITypeSymbol type, KnownSymbols symbols)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var inner = nullable.TypeArguments[0];
            return Find(inner, symbols) is { } parser ? $"{Helpers}Nullable<{TypeRef.Of(inner)}>({parser})" : null;
        }

        return WellKnown(type, symbols)
            ?? (IsParsable(type, symbols) ? $"{Helpers}Parsable<{TypeRef.Of(type)}>" : null)
            ?? TryParse(type, symbols);
    }

    /// <summary>Whether the type meant to be parsable and is not: it has public static <c>TryParse</c> methods, all of another form.</summary>
    public static bool HasUnusable(ITypeSymbol type, KnownSymbols symbols) =>
        Find(type, symbols) is null && type is INamedTypeSymbol && StaticMethods.All(type, "TryParse").Any();

    /// <summary>Types whose text has rules of its own: dates allow white space, an enum's names are case-sensitive.</summary>
    private static string? WellKnown(ITypeSymbol type, KnownSymbols symbols) => type switch
    {
        { SpecialType: SpecialType.System_String } => Helpers + "Text",
        { SpecialType: SpecialType.System_DateTime } => Helpers + "DateTime",
        { TypeKind: TypeKind.Enum } => $"{Helpers}Enum<{TypeRef.Of(type)}>",
        _ when symbols.Is(type, KnownNames.DateTimeOffset) => Helpers + "DateTimeOffset",
        _ when symbols.Is(type, KnownNames.DateOnly) => Helpers + "DateOnly",
        _ when symbols.Is(type, KnownNames.TimeOnly) => Helpers + "TimeOnly",
        _ when symbols.Is(type, KnownNames.Uri) => Helpers + "Uri",
        _ => null,
    };

    private static bool IsParsable(ITypeSymbol type, KnownSymbols symbols) =>
        type.AllInterfaces.Any(candidate => symbols.Is(candidate, KnownNames.Parsable)
            && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], type));

    /// <summary>A public static <c>TryParse</c> of the type, its bases or an interface: with a format provider if there is one.</summary>
    private static string? TryParse(ITypeSymbol type, KnownSymbols symbols)
    {
        var name = TypeRef.Of(type);
        if (StaticMethods.Find(type, "TryParse", method => IsTryParse(method, type, symbols, withProvider: true)) is { } culture)
        {
            return $"static (string text, out {name} value) => "
                + $"{TypeRef.Of(culture.ContainingType)}.TryParse(text, global::System.Globalization.CultureInfo.InvariantCulture, out value)";
        }

        return StaticMethods.Find(type, "TryParse", method => IsTryParse(method, type, symbols, withProvider: false)) is { } plain
            ? $"static (string text, out {name} value) => {TypeRef.Of(plain.ContainingType)}.TryParse(text, out value)"
            : null;
    }

    private static bool IsTryParse(IMethodSymbol method, ITypeSymbol type, KnownSymbols symbols, bool withProvider) =>
        method.ReturnType.SpecialType == SpecialType.System_Boolean
        && method.Parameters.Length == (withProvider ? 3 : 2)
        && method.Parameters[0].Type.SpecialType == SpecialType.System_String
        && (!withProvider || symbols.Is(method.Parameters[1].Type, KnownNames.FormatProvider))
        && method.Parameters[method.Parameters.Length - 1] is { RefKind: RefKind.Out } result
        && SymbolEqualityComparer.Default.Equals(result.Type, type);
}
