using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Writes how the arguments of an endpoint are described, prepared once, and bound for each request.</summary>
internal static class ParameterEmitter
{
    private const string Hosting = "global::SseGen.Hosting.";

    /// <summary>The body of <c>DescribeParameters</c>.</summary>
    public static void EmitDescriptions(SourceWriter code, EndpointSpec endpoint)
    {
        if (endpoint.Parameters.Count == 0)
        {
            code.WriteLine("return [];");
            return;
        }

        code.WriteLine("var parameters = method.GetParameters();");
        code.WriteLine("return");
        code.WriteLine("[");
        using (code.Indent())
        {
            for (var i = 0; i < endpoint.Parameters.Count; i++)
            {
                code.WriteLine($"new(parameters[{CSharpLiteral.Number(i)}]){Properties(endpoint.Parameters[i])},");
            }
        }

        code.WriteLine("];");
    }

    /// <summary>Local variables that hold what is decided once per endpoint.</summary>
    public static void EmitBinders(SourceWriter code, EndpointSpec endpoint)
    {
        if (!endpoint.Parameters.Any(NeedsBinder))
        {
            return;
        }

        code.WriteLine($"var parameters = DescribeParameters({Hosting}EventStreamMapping.HandlerMethod(options));");
        for (var i = 0; i < endpoint.Parameters.Count; i++)
        {
            if (Binder(endpoint.Parameters[i], $"parameters[{CSharpLiteral.Number(i)}]") is { } binder)
            {
                code.WriteLine($"var {BinderName(endpoint.Parameters[i])} = {binder};");
            }
        }
    }

    /// <summary>Values that a request can fail to have: bound before anything of the response is touched.</summary>
    public static void EmitValues(SourceWriter code, EndpointSpec endpoint) =>
        EmitBoundValues(code, endpoint.Parameters.Where(static parameter => NeedsBinder(parameter) && !IsLate(parameter)));

    /// <summary>Services: resolved when it is certain that the handler is called.</summary>
    public static void EmitLateValues(SourceWriter code, EndpointSpec endpoint) =>
        EmitBoundValues(code, endpoint.Parameters.Where(static parameter => NeedsBinder(parameter) && IsLate(parameter)));

    /// <summary>The argument itself.</summary>
    public static string Argument(ParameterSpec parameter) => parameter.Source switch
    {
        ParameterSource.CancellationToken => "stream.CancellationToken",
        ParameterSource.Context => "stream.Context",
        ParameterSource.HttpContext => parameter.Parser!,
        _ => parameter.Name + "Value",
    };

    /// <summary>An argument of a handler's constructor.</summary>
    public static string Service(ServiceSpec service) => service switch
    {
        { Key: null, IsOptional: false } => $"{Hosting}HandlerServices.Required<{service.Type}>(services)",
        { Key: null } => $"{Hosting}HandlerServices.Optional<{service.Type}>(services, {service.DefaultValue})",
        { IsOptional: false } => $"{Hosting}HandlerServices.RequiredKeyed<{service.Type}>(services, {service.Key})",
        _ => $"{Hosting}HandlerServices.OptionalKeyed<{service.Type}>(services, {service.Key}, {service.DefaultValue})",
    };

    private static void EmitBoundValues(SourceWriter code, IEnumerable<ParameterSpec> parameters)
    {
        foreach (var parameter in parameters)
        {
            code.WriteLine($"var {parameter.Name}Value = {BinderName(parameter)}.Bind(request);");
        }
    }

    private static string BinderName(ParameterSpec parameter) => parameter.Name + "Parameter";

    private static bool NeedsBinder(ParameterSpec parameter) => parameter.Source
        is not (ParameterSource.CancellationToken or ParameterSource.Context or ParameterSource.HttpContext);

    private static bool IsLate(ParameterSpec parameter) => parameter.Source is ParameterSource.ServiceOrBody;

    private static string? Binder(ParameterSpec parameter, string description)
    {
        switch (parameter.Source)
        {
            case ParameterSource.ServiceOrBody:
                return $"endpoint.ServiceOrBody<{parameter.Type}>({description})";
            case ParameterSource.Route or ParameterSource.Query or ParameterSource.Header or ParameterSource.RouteOrQuery
                or ParameterSource.LastEventId:
                var defaultValue = parameter.DefaultValue is { } value ? $", defaultValue: {value}" : "";
                return $"endpoint.Value<{parameter.DeclaredType}>({description}, {Hosting}ValueSource.{parameter.Source}, "
                    + $"{CSharpLiteral.String(parameter.Key)}, {parameter.Parser}{defaultValue})";
            default:
                return null;
        }
    }

    private static string Properties(ParameterSpec parameter)
    {
        var properties = new List<string>(2);
        if (parameter.HasTryParse)
        {
            properties.Add("HasTryParse = true");
        }

        if (parameter.IsOptional)
        {
            properties.Add("IsOptional = true");
        }

        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }
}
