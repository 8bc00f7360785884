using Microsoft.CodeAnalysis;
using SseGen.Generator.Known;
using SseGen.Generator.Model;

namespace SseGen.Generator.Parsing;

/// <summary>Reads a constructor's parameter as a service.</summary>
internal static class ServiceParser
{
    public static ServiceSpec Parse(IParameterSymbol parameter, ParsingContext context)
    {
        var keyed = context.Symbols.Attribute(parameter, KnownNames.FromKeyedServicesAttribute);
        return new ServiceSpec
        {
            Type = TypeRef.Of(parameter.Type),
            Key = keyed is null ? null : KeyOf(keyed),
            // As the container's own activation: a default value makes a service optional; a question mark alone does not.
            IsOptional = parameter.HasExplicitDefaultValue,
            DefaultValue = parameter.HasExplicitDefaultValue ? DefaultValues.Expression(parameter) : "default",
        };
    }

    /// <summary>The key with its type: an enum stays an enum, a string is quoted.</summary>
    public static string KeyOf(AttributeData keyed) =>
        keyed.ConstructorArguments is [var key] ? DefaultValues.Expression(key) : "null";
}
