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

    /// <summary>Names <paramref name="type"/>; nullable annotations of its type arguments stay, its own is dropped.</summary>
    public static TypeRef Of(ITypeSymbol type) => new()
    {
        FullName = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(s_format),
        IsValueType = type.IsValueType,
        IsNullableValueType = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
    };

    /// <summary>The type as a declaration has it: with its own <c>?</c>, too.</summary>
    public static string Declared(ITypeSymbol type) => type.ToDisplayString(s_format);

    /// <summary>Names <paramref name="type"/> without any nullable annotation: one name for all that is one type at run time.</summary>
    public static TypeRef Unannotated(ITypeSymbol type) => Of(type) with { FullName = type.ToDisplayString(s_unannotatedFormat) };

    public override string ToString() => FullName;
}
