using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads the class of a handler, and how to make one when the container does not.</summary>
internal static class HandlerParser
{
    private static readonly SymbolDisplayFormat s_nameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static HandlerSpec? Parse(ParsingContext context)
    {
        var type = context.Method.ContainingType;
        return new HandlerSpec
        {
            Type = TypeRef.Of(type),
            FullName = type.ToDisplayString(s_nameFormat),
            SimpleName = type.Name,
            Constructor = context.Method.IsStatic ? null : ConstructorOf(type, context),
        };
    }

    private static ConstructorSpec? ConstructorOf(INamedTypeSymbol type, ParsingContext context)
    {
        if (type.IsAbstract || Choose(type, context) is not { } constructor)
        {
            return null;
        }

        // A required property would need an initialiser, and there is nothing to initialise it with.
        var setsRequired = context.Symbols.Attribute(constructor, KnownNames.SetsRequiredMembersAttribute) is not null;
        if (!setsRequired && HasRequiredMembers(type))
        {
            return null;
        }

        return new ConstructorSpec
        {
            Services = constructor.Parameters.Select(parameter => ServiceParser.Parse(parameter, context)).ToEquatableArray(),
        };
    }

    /// <summary>
    /// As <c>ActivatorUtilities</c> does: the marked constructor, else the only public one (or the only reachable one), else the one
    /// with the most parameters, which can be satisfied by services alone.
    /// </summary>
    private static IMethodSymbol? Choose(INamedTypeSymbol type, ParsingContext context)
    {
        var reachable = type.InstanceConstructors
            .Where(constructor => Reachability.Obstacle(constructor, context.Assembly) is null)
            .Where(constructor => !IsCopyConstructor(constructor, type))
            .Where(static constructor => constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None))
            .ToList();
        var marked = reachable.FirstOrDefault(
            constructor => context.Symbols.Attribute(constructor, KnownNames.ActivatorUtilitiesConstructorAttribute) is not null);
        var isPublic = reachable.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        return marked ?? (isPublic.Count > 0 ? isPublic : reachable)
            .OrderByDescending(static constructor => constructor.Parameters.Length)
            .FirstOrDefault();
    }

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord
        && constructor.Parameters is [var only]
        && SymbolEqualityComparer.Default.Equals(only.Type, type);

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
