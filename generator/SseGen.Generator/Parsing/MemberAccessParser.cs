using Microsoft.CodeAnalysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Decides how generated code reads a member of a value.</summary>
internal static class MemberAccessParser
{
    private const string KeptByInterface = "only reflection reaches a member that an interface keeps to itself";

    /// <param name="type">The static type of the value.</param>
    /// <param name="member">A property or field of it or of one of its bases.</param>
    /// <param name="memberType">The member's type.</param>
    /// <param name="assembly">Where generated code stands.</param>
    public static MemberAccess Parse(INamedTypeSymbol type, ISymbol member, ITypeSymbol memberType, IAssemblySymbol assembly)
    {
        // The run time has two methods for what a struct implements, and [UnsafeAccessor] cannot choose; but nobody can implement it anew.
        if (ImplementedByStruct(member) is { } implemented)
        {
            return new MemberAccess
            {
                Name = implemented.Name,
                Kind = MemberAccessKind.Cast,
                IsField = false,
                DeclaringType = TypeRef.Unannotated(implemented.ContainingType),
                Type = TypeRef.Unannotated(memberType),
                Generic = null,
            };
        }

        var kind = KindOf(type, member, assembly);
        return new MemberAccess
        {
            Name = member.MetadataName,
            Kind = kind,
            IsField = member is IFieldSymbol,
            DeclaringType = TypeRef.Unannotated(member.ContainingType),
            Type = TypeRef.Unannotated(memberType),
            Generic = kind is MemberAccessKind.PrivateProperty or MemberAccessKind.PrivateField ? GenericAccessParser.Parse(member) : null,
        };
    }

    /// <summary>The interface's property that a struct implements explicitly with <paramref name="member"/>.</summary>
    public static IPropertySymbol? ImplementedByStruct(ISymbol member) =>
        member is IPropertySymbol { ContainingType.TypeKind: TypeKind.Struct, ExplicitInterfaceImplementations: [var implemented, ..] } ? implemented : null;

    /// <summary>
    /// Whether its type declares something else of that name, which the compiler refuses where it is declared (CS0102), and would
    /// refuse again wherever generated code names it.
    /// </summary>
    public static bool SharesItsName(ISymbol member) => member.ContainingType.GetMembers(member.Name).Length > 1;

    /// <summary>
    /// Why no generated code can read it, or <see langword="null"/>: it is private in an interface, or implements for a struct an interface that
    /// is, or is private in a type that hides a type parameter of the type around it (CS0693), which access to it would have to name.
    /// </summary>
    public static string? OutOfReach(ISymbol member, IAssemblySymbol assembly)
    {
        if (ImplementedByStruct(member) is { } implemented)
        {
            return Reachability.HiddenType(implemented.ContainingType, assembly) is not null || Reachability.Obstacle(implemented, assembly) is not null ? KeptByInterface : null;
        }

        if (Reachability.Obstacle(member, assembly) is null)
        {
            return null;
        }

        return member.ContainingType.TypeKind == TypeKind.Interface ? KeptByInterface
            : GenericAccessParser.HidesParameter(member.ContainingType) ? "only reflection reaches a private member of a type that hides a type parameter of the type around it"
            : null;
    }

    private static MemberAccessKind KindOf(INamedTypeSymbol type, ISymbol member, IAssemblySymbol assembly)
    {
        var read = member is IPropertySymbol property ? property.GetMethod! : member;
        if (ObsoleteMembers.IsError(read) || ObsoleteMembers.IsError(member) || Reachability.Obstacle(read, assembly) is not null || Reachability.Obstacle(member, assembly) is not null)
        {
            return member is IPropertySymbol ? MemberAccessKind.PrivateProperty : MemberAccessKind.PrivateField;
        }

        return IsFoundByName(type, member) ? MemberAccessKind.Direct : MemberAccessKind.Cast;
    }

    /// <summary>Whether <c>value.Name</c> finds the member: nothing between the value's type and the member's hides it.</summary>
    private static bool IsFoundByName(INamedTypeSymbol type, ISymbol member)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, member.ContainingType))
            {
                return true;
            }

            if (current.TypeKind == TypeKind.Interface || current.GetMembers(member.Name).Any(static other => !other.IsOverride))
            {
                return false;
            }
        }

        return false;
    }
}
