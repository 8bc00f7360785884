using Microsoft.CodeAnalysis;
using SseGen.Generator.Analysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads an <c>[AsParameters]</c> type: an object whose members are bound each for itself.</summary>
internal static class AsParametersParser
{
    public static ParameterSpec? Parse(BoundValue value, ParsingContext context)
    {
        if (value.Type is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return ParameterParser.Refuse(value, "an [AsParameters] type is a class or struct that can be constructed", context);
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return ParameterParser.Refuse(value, "an [AsParameters] parameter is always there, and cannot be nullable", context);
        }

        var constructor = Choose(type, out var reason);
        if (reason is not null)
        {
            return ParameterParser.Refuse(value, reason, context);
        }

        var members = constructor is { Parameters.Length: > 0 }
            ? OfConstructor(value, type, constructor, context)
            : OfProperties(value, type, context);
        return members is null ? null : value.Spec(ParameterSource.AsParameters) with
        {
            Members = members.ToEquatableArray(),
            RequiredMembers = RequiredMembers.Of(type, constructor, members, context.Symbols),
        };
    }

    /// <summary>The only public constructor, else the parameterless one; a struct has that without declaring it.</summary>
    private static IMethodSymbol? Choose(INamedTypeSymbol type, out string? reason)
    {
        var constructors = type.InstanceConstructors
            .Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .Where(static constructor => !(constructor.IsImplicitlyDeclared && constructor.ContainingType.IsValueType))
            .ToList();
        var chosen = constructors.Count == 1 ? constructors[0] : constructors.FirstOrDefault(static one => one.Parameters.Length == 0);
        reason = chosen is not null || type.IsValueType
            ? null
            : constructors.Count == 0 ? "its type has no public constructor" : "its type has several public constructors, and none without parameters";
        return chosen;
    }

    private static List<ParameterSpec>? OfConstructor(
        BoundValue value, INamedTypeSymbol type, IMethodSymbol constructor, ParsingContext context)
    {
        CheckReachable(value, constructor, context);
        var types = constructor.Parameters.Select(static parameter => TypeRef.Of(parameter.Type)).ToEquatableArray();
        var members = new List<ParameterSpec>();
        foreach (var parameter in constructor.Parameters)
        {
            var property = Properties(type).FirstOrDefault(candidate =>
                string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type));
            if (property is null)
            {
                ParameterParser.Refuse(value, $"its constructor's parameter '{parameter.Name}' has no public property of the same name and type", context);
                return null;
            }

            var bound = new BoundValue
            {
                Symbol = value.Symbol,
                Name = property.Name,
                Type = parameter.Type,
                IsOptional = parameter.HasExplicitDefaultValue || BoundValue.MayBeNull(parameter.Type),
                DefaultValue = parameter.HasExplicitDefaultValue ? DefaultValues.Expression(parameter) : null,
                Attributes = [.. parameter.GetAttributes(), .. property.GetAttributes()],
            };
            CheckReachable(value, parameter.Type, context);
            Add(members, bound, property, types, parameter.Ordinal, context);
        }

        return members;
    }

    private static List<ParameterSpec> OfProperties(BoundValue value, INamedTypeSymbol type, ParsingContext context)
    {
        var members = new List<ParameterSpec>();
        foreach (var property in Properties(type))
        {
            if (property.IsIndexer)
            {
                ParameterParser.Refuse(value, "its type has an indexer, which nothing could be bound to", context);
                continue;
            }

            if (property.SetMethod is not { DeclaredAccessibility: Accessibility.Public } setter)
            {
                continue;
            }

            var bound = new BoundValue
            {
                Symbol = value.Symbol,
                Name = property.Name,
                Type = property.Type,
                // An initialiser is no default: the object initialiser that generated code writes would run over it.
                IsOptional = property.Type.IsReferenceType && property.Type.NullableAnnotation == NullableAnnotation.None
                    ? !property.IsRequired
                    : BoundValue.MayBeNull(property.Type),
                DefaultValue = null,
                Attributes = property.GetAttributes(),
            };
            CheckReachable(value, property, context);
            CheckReachable(value, setter, context);
            CheckReachable(value, property.Type, context);
            Add(members, bound, property, [], index: -1, context);
        }

        return members;
    }

    private static void CheckReachable(BoundValue value, ITypeSymbol type, ParsingContext context)
    {
        if (Reachability.HiddenType(type, context.Assembly) is { } hidden)
        {
            CheckReachable(value, (ISymbol)hidden, context);
        }
    }

    /// <summary>What the framework reaches by reflection, generated code names.</summary>
    private static void CheckReachable(BoundValue value, ISymbol member, ParsingContext context)
    {
        if (Reachability.Obstacle(member, context.Assembly) is { } obstacle)
        {
            var name = member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            context.Report(Rules.Inaccessible, context.LocationOf(value.Symbol), name, obstacle);
        }
    }

    private static void Add(
        List<ParameterSpec> members,
        BoundValue bound,
        IPropertySymbol property,
        EquatableArray<TypeRef> constructorTypes,
        int index,
        ParsingContext context)
    {
        if (bound.Attribute(KnownNames.AsParametersAttribute, context) is not null)
        {
            ParameterParser.Refuse(bound, "[AsParameters] inside of an [AsParameters] type is not supported", context);
        }
        else if (ParameterParser.ParseValue(bound, context) is { } spec)
        {
            members.Add(spec with
            {
                Member = new MemberSpec
                {
                    DeclaringType = TypeRef.Of(property.ContainingType),
                    ConstructorTypes = constructorTypes,
                    ConstructorIndex = index,
                },
            });
        }
    }

    /// <summary>Public instance properties: those of the type, then inherited ones that it does not hide.</summary>
    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null; current = current.BaseType)
        {
            var properties = current.GetMembers().OfType<IPropertySymbol>().Where(static property => property is
            {
                IsStatic: false, DeclaredAccessibility: Accessibility.Public,
            });
            foreach (var property in properties.Where(property => names.Add(property.MetadataName)))
            {
                yield return property;
            }
        }
    }
}
