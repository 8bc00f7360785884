using Microsoft.CodeAnalysis;
using SseGen.Generator.Emission;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Constants of the user's code as C# expressions.</summary>
internal static class DefaultValues
{
    /// <summary>The parameter's default value; <c>default</c> for <see langword="null"/> and for <c>= default</c> of a struct.</summary>
    public static string Expression(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        if (parameter.Type is not INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Expression(value, parameter.Type);
        }

        return value is null ? "null" : Expression(value, nullable.TypeArguments[0]);
    }

    /// <summary>An attribute's argument.</summary>
    public static string Expression(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeRef.Of(type)})",
        { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Type: { } type } => Expression(constant.Value, type),
        _ => "null",
    };

    private static string Expression(object? value, ITypeSymbol type) => value switch
    {
        null => type.IsReferenceType ? "null" : $"default({TypeRef.Of(type)})",
        _ when type.TypeKind == TypeKind.Enum => $"({TypeRef.Of(type)})({CSharpLiteral.Number(value)})",
        string text => CSharpLiteral.String(text),
        bool flag => CSharpLiteral.Bool(flag),
        char character => CSharpLiteral.Char(character),
        byte or sbyte or short or ushort => $"({TypeRef.Of(type)})({CSharpLiteral.Number(value)})",
        _ => CSharpLiteral.Number(value),
    };
}
