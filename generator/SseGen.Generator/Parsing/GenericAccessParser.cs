using Microsoft.CodeAnalysis;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Describes the declaration of a generic type, for access to what is private in it.</summary>
internal static class GenericAccessParser
{
    /// <summary>The declaration of the type of <paramref name="member"/>; <see langword="null"/> when it is not generic.</summary>
    public static GenericAccessSpec? Parse(ISymbol member)
    {
        var parameters = new List<ITypeParameterSymbol>();
        var arguments = new List<string>();
        for (var current = member.ContainingType; current is not null; current = current.ContainingType)
        {
            parameters.InsertRange(0, current.TypeParameters);
            arguments.InsertRange(0, current.TypeArguments.Select(static argument => TypeRef.Unannotated(argument).FullName));
        }

        if (parameters.Count == 0)
        {
            return null;
        }

        return new GenericAccessSpec
        {
            Parameters = string.Join(", ", parameters.Select(static parameter => parameter.Name)),
            Arguments = string.Join(", ", arguments),
            Constraints = string.Concat(parameters.Select(Constraints)),
            DeclaringType = TypeRef.Unannotated(member.OriginalDefinition.ContainingType),
            Type = TypeRef.Unannotated(member.OriginalDefinition is IPropertySymbol property ? property.Type : ((IFieldSymbol)member.OriginalDefinition).Type),
        };
    }

    /// <summary>Whether two type parameters of a type and of those around it have one name.</summary>
    public static bool HidesParameter(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!current.TypeParameters.All(parameter => names.Add(parameter.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add("class");
        }
        else if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(static type => TypeRef.Unannotated(type).FullName));
        if (parameter.HasConstructorConstraint)
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }
}
