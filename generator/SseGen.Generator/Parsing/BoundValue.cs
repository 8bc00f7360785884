using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    public static BoundValue Of(IParameterSymbol parameter)
    {
        // The compiler works out a default value by way of the attributes, and to bind those is what costs: most handlers have this one.
        var isPlainToken = IsPlainToken(parameter);
        var hasDefault = !isPlainToken && parameter.HasExplicitDefaultValue;
        return new BoundValue
        {
            Symbol = parameter,
            Name = parameter.Name,
            Type = parameter.Type,
            IsOptional = hasDefault || MayBeNull(parameter.Type),
            DefaultValue = hasDefault ? DefaultValues.Expression(parameter) : null,
            Attributes = isPlainToken ? [] : parameter.GetAttributes(),
        };
    }

    /// <summary>Whether it is a token with <c>[EnumeratorCancellation]</c> and nothing else, as far as its syntax says.</summary>
    private static bool IsPlainToken(IParameterSymbol parameter) =>
        parameter.Type.Name == nameof(CancellationToken)
        && parameter.DeclaringSyntaxReferences is [var reference]
        && reference.GetSyntax() is ParameterSyntax { Default: null, AttributeLists: [{ Attributes: [var attribute] }] }
        && AttributeNames.RightmostOf(attribute.Name) is "EnumeratorCancellation" or "EnumeratorCancellationAttribute";

    /// <summary>A question mark, or a reference type where nullability is not declared at all: nothing says that it must be there.</summary>
    public static bool MayBeNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    /// <summary>The attribute of exactly this type.</summary>
    public AttributeData? Attribute(string metadataName, ParsingContext context)
    {
        foreach (var attribute in Attributes)
        {
            if (context.Symbols.Is(attribute.AttributeClass, metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The first attribute whose class implements this interface: an attribute counts through its interface.</summary>
    public AttributeData? AttributeWith(string interfaceName, ParsingContext context)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.AttributeClass is { } type && context.Symbols.Implements(type, interfaceName))
            {
                return attribute;
            }
        }

        return null;
    }

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
