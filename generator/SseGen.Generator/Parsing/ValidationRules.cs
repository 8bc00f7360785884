using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>
/// Attributes that <c>AddValidation()</c> would pass over: its generator finds types by the <c>Map…</c> calls in source, and generated ones it
/// cannot see. What a parameter itself says is looked at; so are the members of a type that is marked, and of all types in it.
/// </summary>
internal static class ValidationRules
{
    public static void Check(BoundValue value, ParsingContext context)
    {
        if (Validated(value, context) is { } type
            && context.Symbols.Attribute(type, KnownNames.ValidatableTypeAttribute) is null
            && FindValidation(type, IsBody(value, context), new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), context) is { } place)
        {
            context.Report(Rules.NotValidated, context.LocationOf(value.Symbol), value.Name, place.Name);
        }
    }

    /// <summary>The type whose members are looked at. An object from the container is nobody's input, nor is the token that almost every handler has.</summary>
    private static INamedTypeSymbol? Validated(BoundValue value, ParsingContext context)
    {
        if (context.Symbols.Is(value.Type, KnownNames.CancellationToken))
        {
            return null;
        }

        var isService = value.AttributeWith(KnownNames.FromServiceMetadata, context) is not null
            || value.Attribute(KnownNames.FromKeyedServicesAttribute, context) is not null;
        return !isService && Underlying(value.Type) is INamedTypeSymbol { SpecialType: SpecialType.None } type ? type : null;
    }

    /// <summary>All of a JSON body is input, whatever is in it.</summary>
    private static bool IsBody(BoundValue value, ParsingContext context) =>
        value.AttributeWith(KnownNames.FromBodyMetadata, context) is not null
        || (context.InfersBody
            && value.Attribute(KnownNames.AsParametersAttribute, context) is null
            && ValueParsers.Find(value.Type, context.Symbols) is null);

    private static INamedTypeSymbol? FindValidation(INamedTypeSymbol root, bool isBody, HashSet<ITypeSymbol> seen, ParsingContext context)
    {
        for (var type = root; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => IsValidated(member, context)))
            {
                return type;
            }
        }

        if (context.Symbols.Implements(root, KnownNames.ValidatableObject))
        {
            return root;
        }

        return isBody && seen.Add(root) ? FindInMembers(root, seen, context) : null;
    }

    private static INamedTypeSymbol? FindInMembers(INamedTypeSymbol root, HashSet<ITypeSymbol> seen, ParsingContext context)
    {
        for (var type = root; type is not null && IsOfUser(type); type = type.BaseType)
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }
                    && Contents(property.Type).FirstOrDefault(content => FindValidation(content, isBody: true, seen, context) is not null) is { } found)
                {
                    return found;
                }
            }
        }

        return Contents(root).FirstOrDefault(content =>
            !SymbolEqualityComparer.Default.Equals(content, root) && FindValidation(content, isBody: true, seen, context) is not null);
    }

    /// <summary>The type itself, or what a collection of it holds.</summary>
    private static IEnumerable<INamedTypeSymbol> Contents(ITypeSymbol type) => Underlying(type) switch
    {
        IArrayTypeSymbol array => Contents(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic when !IsOfUser(generic) => generic.TypeArguments.SelectMany(Contents),
        INamedTypeSymbol named when IsOfUser(named) => [named],
        _ => [],
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsOfUser(ITypeSymbol type) =>
        type.SpecialType == SpecialType.None && type.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) != true;

    private static bool IsValidated(ISymbol member, ParsingContext context) => member switch
    {
        IPropertySymbol property => HasValidation(property, context),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(parameter => HasValidation(parameter, context)),
        _ => false,
    };

    private static bool HasValidation(ISymbol symbol, ParsingContext context) => symbol.GetAttributes().Any(attribute =>
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (context.Symbols.Is(type, KnownNames.ValidationAttribute))
            {
                return true;
            }
        }

        return false;
    });
}
