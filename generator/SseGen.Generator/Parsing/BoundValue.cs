using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>What a request's value is bound to: a parameter, or a member of an <c>[AsParameters]</c> type.</summary>
internal sealed record BoundValue
{
    /// <summary>The parameter or property; diagnostics point to it.</summary>
    public required ISymbol Symbol { get; init; }

    public required string Name { get; init; }

    public required ITypeSymbol Type { get; init; }

    /// <summary>Nullable, oblivious to nullability, or with a default value.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>The default value as C#.</summary>
    public required string? DefaultValue { get; init; }

    /// <summary>The parameter's attributes; for a member its constructor parameter's, then its own.</summary>
    public required ImmutableArray<AttributeData> Attributes { get; init; }

    public static BoundValue Of(IParameterSymbol parameter) => new()
    {
        Symbol = parameter,
        Name = parameter.Name,
        Type = parameter.Type,
        IsOptional = parameter.HasExplicitDefaultValue || MayBeNull(parameter.Type),
        DefaultValue = parameter.HasExplicitDefaultValue ? DefaultValues.Expression(parameter) : null,
        Attributes = parameter.GetAttributes(),
    };

    /// <summary>A question mark, or a reference type where nullability is not declared at all: nothing says that it must be there.</summary>
    public static bool MayBeNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    /// <summary>The attribute of exactly this type.</summary>
    public AttributeData? Attribute(string metadataName, ParsingContext context) =>
        Attributes.FirstOrDefault(attribute => context.Symbols.Is(attribute.AttributeClass, metadataName));

    /// <summary>The first attribute whose class implements this interface: an attribute counts through its interface.</summary>
    public AttributeData? AttributeWith(string interfaceName, ParsingContext context) =>
        Attributes.FirstOrDefault(
            attribute => attribute.AttributeClass is { } type && context.Symbols.Implements(type, interfaceName));

    /// <summary>A spec of this value with nothing said but its source.</summary>
    public ParameterSpec Spec(ParameterSource source) => new()
    {
        Name = Name,
        Type = TypeRef.Of(Type),
        DeclaredType = TypeRef.Declared(Type),
        Source = source,
        IsOptional = IsOptional,
        DefaultValue = DefaultValue,
    };
}
