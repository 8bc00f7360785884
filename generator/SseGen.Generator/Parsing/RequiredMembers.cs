using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>The <c>required</c> members of an <c>[AsParameters]</c> type that are not bound as properties.</summary>
internal static class RequiredMembers
{
    public static EquatableArray<RequiredMemberSpec> Of(
        INamedTypeSymbol type, IMethodSymbol? constructor, List<ParameterSpec> members, KnownSymbols symbols)
    {
        if (constructor is not null && symbols.Attribute(constructor, KnownNames.SetsRequiredMembersAttribute) is not null)
        {
            return [];
        }

        var bound = members.Where(static member => member.Member!.ConstructorIndex < 0).Select(static member => member.Name).ToList();
        var required = new List<RequiredMemberSpec>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            required.AddRange(
                from member in current.GetMembers()
                where member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                where !bound.Contains(member.Name)
                select new RequiredMemberSpec
                {
                    Name = member.Name,
                    Member = members.FirstOrDefault(candidate => candidate.Name == member.Name)?.Name,
                });
        }

        return required.ToEquatableArray();
    }
}
