using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SseGen.Generator.Model;

/// <summary>
/// A type by its name. Specs refer to types, and to each other, by <see cref="TypeRef"/>, so that a model holds no symbol and
/// a recursive type graph needs no cycle.
/// </summary>
internal sealed record TypeRef
{
    /// <summary>The name as generated code writes it: <c>global::</c>-qualified, keywords for primitives, without the <c>?</c> of a reference type.</summary>
    public required string FullName { get; init; }

    /// <summary>Whether a value can be copied and never is null (a <see cref="Nullable{T}"/> is a value type, too).</summary>
    public required bool IsValueType { get; init; }

    /// <summary>Whether it is <see cref="Nullable{T}"/>.</summary>
    public required bool IsNullableValueType { get; init; }

    private static readonly SymbolDisplayFormat s_format = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_unannotatedFormat = s_format.RemoveMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly ConditionalWeakTable<INamespaceSymbol, string> s_namespaces = new();

    private static readonly TypeRef s_string = new() { FullName = "string", IsValueType = false, IsNullableValueType = false };
    private static readonly TypeRef s_bool = Value("bool");
    private static readonly TypeRef s_int = Value("int");
    private static readonly TypeRef s_long = Value("long");
    private static readonly TypeRef s_double = Value("double");
    private static readonly TypeRef s_decimal = Value("decimal");

    /// <summary>Names <paramref name="type"/>; nullable annotations of its type arguments stay, its own is dropped.</summary>
    public static TypeRef Of(ITypeSymbol type) =>
        Keyword(type) ?? Named(type, PlainName(type) ?? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(s_format));

    /// <summary>The type as a declaration has it: with its own <c>?</c>, too.</summary>
    public static string Declared(ITypeSymbol type) => type.ToDisplayString(s_format);

    /// <summary>Names <paramref name="type"/> without any nullable annotation: one name for all that is one type at run time.</summary>
    public static TypeRef Unannotated(ITypeSymbol type) => Keyword(type) ?? Named(type, PlainName(type) ?? type.ToDisplayString(s_unannotatedFormat));

    public override string ToString() => FullName;

    private static TypeRef Named(ITypeSymbol type, string name) => new()
    {
        FullName = name,
        IsValueType = type.IsValueType,
        IsNullableValueType = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
    };

    /// <summary>
    /// The name of a type that is neither generic nor inside of another one, which is most of them, from that of its namespace. A name
    /// without a capital may be a keyword, and is left to the compiler.
    /// </summary>
    private static string? PlainName(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            SpecialType: SpecialType.None,
            TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum,
            Arity: 0,
            IsTupleType: false,
            IsFileLocal: false,
            CanBeReferencedByName: true,
            ContainingType: null,
            ContainingNamespace: { IsGlobalNamespace: false } space,
        } && type.Name is [>= 'A' and <= 'Z', ..]
            ? s_namespaces.GetValue(space, static space => space.ToDisplayString(s_unannotatedFormat) + ".") + type.Name
            : null;

    /// <summary>The types that most members have, made once: to spell a name is what costs.</summary>
    private static TypeRef? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => s_string,
        SpecialType.System_Boolean => s_bool,
        SpecialType.System_Int32 => s_int,
        SpecialType.System_Int64 => s_long,
        SpecialType.System_Double => s_double,
        SpecialType.System_Decimal => s_decimal,
        _ => null,
    };

    private static TypeRef Value(string keyword) => new() { FullName = keyword, IsValueType = true, IsNullableValueType = false };
}
