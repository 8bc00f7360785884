using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Writes the expression that makes the binder of one parameter.</summary>
internal static class BinderEmitter
{
    private const string Endpoint = "global::SseGen.Hosting.EventStreamEndpoint";

    public static string Binder(BoundParameter bound)
    {
        var parameter = bound.Spec;
        var description = $"parameters[{CSharpLiteral.Number(bound.Index)}]";
        return parameter.Source switch
        {
            ParameterSource.Service => $"{Endpoint}.Service<{parameter.DeclaredType}>({description})",
            ParameterSource.KeyedService => $"endpoint.KeyedService<{parameter.DeclaredType}>({description}, {parameter.ServiceKey})",
            ParameterSource.ServiceOrBody => $"endpoint.ServiceOrBody<{parameter.DeclaredType}>({description}{Default(parameter)})",
            ParameterSource.Body => $"endpoint.Body<{parameter.DeclaredType}>({description}{Default(parameter)})",
            ParameterSource.BindAsync =>
                $"{Endpoint}.BindAsync<{parameter.DeclaredType}>({description}, {CSharpLiteral.String(parameter.BindAsyncName)}, {parameter.Parser}{Default(parameter)})",
            ParameterSource.FormCollection => $"endpoint.FormCollection({description})",
            ParameterSource.FormFiles => $"endpoint.FormFiles({description})",
            ParameterSource.FormFile => $"endpoint.FormFile({description}, {Key(parameter, description)})",
            _ => Text(parameter, description),
        };
    }

    private static string Text(ParameterSpec parameter, string description)
    {
        var source = $"{description}, global::SseGen.Hosting.ValueSource.{parameter.Source}, {Key(parameter, description)}";
        return parameter switch
        {
            { Shape: ValueShape.Array, Element: { } element } =>
                $"endpoint.Array<{element.DeclaredType}>({source}, {parameter.Parser}, skipsEmpty: {CSharpLiteral.Bool(element.IsNullable)})",
            { Shape: ValueShape.StringValues, Type.IsNullableValueType: true } => $"endpoint.OptionalTexts({source})",
            { Shape: ValueShape.StringValues } => $"endpoint.Texts({source})",
            _ => $"endpoint.Value<{parameter.DeclaredType}>({source}, {parameter.Parser}{Default(parameter)})",
        };
    }

    private static string Key(ParameterSpec parameter, string description) => parameter.KeyInterface is { } metadata
        ? $"{Endpoint}.KeyOf<global::{metadata}>({description})"
        : CSharpLiteral.String(parameter.Key);

    private static string Default(ParameterSpec parameter) => parameter.DefaultValue is { } value ? $", defaultValue: {value}" : "";
}
