using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;

namespace SseGen.Generator.Parsing;

/// <summary>Obsolete members are JSON like any other, and the compiler must not complain about generated code that reads them.</summary>
internal static class ObsoleteMembers
{
    public static bool Any(INamedTypeSymbol type, KnownSymbols symbols)
    {
        for (var current = type; current is not null and not { SpecialType: SpecialType.System_Object }; current = current.BaseType)
        {
            // Methods that the compiler has written, as most of a record's are, nobody can have marked.
            if (IsObsolete(current, symbols)
                || current.GetMembers().Any(member => member is not IMethodSymbol { IsImplicitlyDeclared: true }
                    && (IsObsolete(member, symbols) || IsObsolete(TypeOf(member), symbols))))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(inherited => inherited.GetMembers().Any(member => IsObsolete(member, symbols)));
    }

    /// <summary>
    /// Whether what calls the handler names something that is obsolete: the method, its class and that class's constructors, a type in the
    /// signature, a member of an object of parameters.
    /// </summary>
    public static bool AreUsedBy(IMethodSymbol method, KnownSymbols symbols) =>
        IsObsolete(method, symbols)
        || IsIn(method.ContainingType, symbols)
        || IsIn(method.ReturnType, symbols)
        || method.Parameters.Any(parameter => IsIn(parameter.Type, symbols) || IsObjectWithAny(parameter.Type, symbols))
        || method.ContainingType.InstanceConstructors.Any(constructor =>
            IsObsolete(constructor, symbols) || constructor.Parameters.Any(parameter => IsIn(parameter.Type, symbols)));

    /// <summary>Whether its <c>[Obsolete]</c> is an error, which no pragma silences.</summary>
    public static bool IsError(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments: [_, { Value: true }] });

    /// <summary>The type itself, one around it, an element or a type argument.</summary>
    private static bool IsIn(ITypeSymbol? type, KnownSymbols symbols) => type switch
    {
        IArrayTypeSymbol array => IsIn(array.ElementType, symbols),
        INamedTypeSymbol named => IsObsolete(named, symbols)
            || IsIn(named.ContainingType, symbols)
            || named.TypeArguments.Any(argument => IsIn(argument, symbols)),
        _ => false,
    };

    /// <summary>Only the user's own types are made or parsed by their members' names.</summary>
    private static bool IsObjectWithAny(ITypeSymbol type, KnownSymbols symbols) =>
        type is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } named && Any(named, symbols);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsObsolete(ISymbol? symbol, KnownSymbols symbols) =>
        symbol is not null && symbols.Attribute(symbol, JsonNames.ObsoleteAttribute) is not null;
}
