using Microsoft.CodeAnalysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Decides how generated code reads a member of a value.</summary>
internal static class MemberAccessParser
{
    /// <param name="type">The static type of the value.</param>
    /// <param name="member">A property or field of it or of one of its bases.</param>
    /// <param name="memberType">The member's type.</param>
    /// <param name="assembly">Where generated code stands.</param>
    public static MemberAccess Parse(INamedTypeSymbol type, ISymbol member, ITypeSymbol memberType, IAssemblySymbol assembly) => new()
    {
        Name = member.Name,
        Kind = KindOf(type, member, assembly),
        IsField = member is IFieldSymbol,
        DeclaringType = TypeRef.Unannotated(member.ContainingType),
        Type = TypeRef.Unannotated(memberType),
    };

    /// <summary>
    /// Whether its type declares something else of that name, which the compiler refuses where it is declared (CS0102), and would
    /// refuse again wherever generated code names it.
    /// </summary>
    public static bool SharesItsName(ISymbol member) => member.ContainingType.GetMembers(member.Name).Length > 1;

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
