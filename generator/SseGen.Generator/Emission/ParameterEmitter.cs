using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>
/// Writes the arguments of an endpoint: how each is described, what is prepared for it once, and, in the order of minimal APIs, how it is
/// bound for each request. What <c>BindAsync</c> gives comes first, then the body, then every value that can be bad, then services.
/// </summary>
internal static class ParameterEmitter
{
    private const string Hosting = "global::SseGen.Hosting.";

    /// <summary>The body of <c>DescribeParameters</c>.</summary>
    public static void EmitDescriptions(SourceWriter code, EndpointSpec endpoint)
    {
        var all = BoundParameter.AllOf(endpoint);
        if (all.Count == 0)
        {
            code.WriteLine("return [];");
            return;
        }

        if (all.Any(static parameter => parameter.Spec.Member is null))
        {
            code.WriteLine("var parameters = method.GetParameters();");
        }

        code.WriteLine("return");
        code.WriteLine("[");
        using (code.Indent())
        {
            foreach (var parameter in all)
            {
                code.WriteLine($"new({ReflectedParameter(parameter)}){Description(parameter.Spec)},");
            }
        }

        code.WriteLine("];");
    }

    /// <summary>Local variables that hold what is decided once per endpoint.</summary>
    public static void EmitBinders(SourceWriter code, EndpointSpec endpoint)
    {
        var bound = BoundParameter.AllOf(endpoint).Where(static parameter => parameter.NeedsBinder).ToList();
        if (bound.Count == 0)
        {
            return;
        }

        code.WriteLine($"var parameters = DescribeParameters({Hosting}EventStreamMapping.HandlerMethod(options));");
        foreach (var parameter in bound)
        {
            code.WriteLine($"var {parameter.BinderName} = {BinderEmitter.Binder(parameter)};");
        }
    }

    /// <summary>Everything that a request can fail at, before anything of the response is touched.</summary>
    public static void EmitValues(SourceWriter code, EndpointSpec endpoint)
    {
        var all = BoundParameter.AllOf(endpoint);
        foreach (var parameter in all.Where(static parameter => parameter.Spec.Source == ParameterSource.BindAsync))
        {
            code.WriteLine($"var {parameter.BoundName} = await {parameter.BinderName}.BindAsync(request);");
        }

        if (all.Any(static parameter => parameter.ReadsBody))
        {
            using (code.Block("if (!await request.ReadBodyAsync())"))
            {
                code.WriteLine("return;");
            }

            code.WriteLine();
        }

        for (var i = 0; i < endpoint.Parameters.Count; i++)
        {
            EmitValue(code, endpoint.Parameters[i], all.Where(parameter => parameter.Position == i));
        }
    }

    /// <summary>What needs the stream, or costs something: made when it is certain that it is wanted.</summary>
    public static void EmitLateValues(SourceWriter code, EndpointSpec endpoint)
    {
        foreach (var parameter in BoundParameter.AllOf(endpoint).Where(static parameter => parameter.IsLate && !parameter.IsOfEarlyObject))
        {
            EmitBinding(code, parameter);
        }

        foreach (var parameter in endpoint.Parameters)
        {
            if (parameter.Source == ParameterSource.Writer)
            {
                code.WriteLine($"var {parameter.Name}Value = endpoint.CreateWriter(stream);");
            }
            else if (parameter.Source == ParameterSource.AsParameters && BoundParameter.NeedsStream(parameter))
            {
                code.WriteLine($"var {parameter.Name}Value = {Construction(parameter)};");
            }
        }
    }

    /// <summary>
    /// Binds in the order of declaration. An object of parameters is made in its turn even when one of its members has failed, so that what
    /// its constructor makes of that comes before the failure.
    /// </summary>
    private static void EmitValue(SourceWriter code, ParameterSpec parameter, IEnumerable<BoundParameter> all)
    {
        List<BoundParameter> late = [];
        foreach (var bound in all)
        {
            if (bound.IsChecked)
            {
                code.WriteLine($"{bound.BinderName}.Check({Checked(bound)});");
            }

            if (bound.IsLate)
            {
                late.Add(bound);
            }
            else if (bound.NeedsBinder)
            {
                EmitBinding(code, bound);
            }
        }

        if (parameter.Source == ParameterSource.AsParameters && !BoundParameter.NeedsStream(parameter))
        {
            late.ForEach(bound => EmitBinding(code, bound));
            code.WriteLine($"var {parameter.Name}Value = {Construction(parameter)};");
        }
    }

    private static void EmitBinding(SourceWriter code, BoundParameter parameter)
    {
        var argument = parameter.Spec.Source == ParameterSource.BindAsync ? parameter.BoundName : "request";
        code.WriteLine($"var {parameter.ValueName} = {parameter.BinderName}.Bind({argument});");
    }

    private static string Checked(BoundParameter parameter) =>
        parameter.Spec.Source == ParameterSource.BindAsync ? $"request, {parameter.BoundName}" : "request";

    /// <summary>The argument itself.</summary>
    public static string Argument(ParameterSpec parameter) => Argument(parameter, parameter.Name + "Value");

    /// <summary>An argument of a handler's constructor.</summary>
    public static string Service(ServiceSpec service) => service switch
    {
        { Key: null, IsOptional: false } => $"{Hosting}HandlerServices.Required<{service.Type}>(services)",
        { Key: null } => $"{Hosting}HandlerServices.Optional<{service.Type}>(services, {service.DefaultValue})",
        { IsOptional: false } => $"{Hosting}HandlerServices.RequiredKeyed<{service.Type}>(services, {service.Key})",
        _ => $"{Hosting}HandlerServices.OptionalKeyed<{service.Type}>(services, {service.Key}, {service.DefaultValue})",
    };

    private static string Argument(ParameterSpec parameter, string valueName) => parameter.Source switch
    {
        ParameterSource.CancellationToken => "stream.CancellationToken",
        ParameterSource.Context => "stream.Context",
        ParameterSource.HttpContext => parameter.Parser!,
        _ => valueName,
    };

    private static string Construction(ParameterSpec parameter)
    {
        var members = parameter.Members.Select(member => (Spec: member, Value: MemberArgument(parameter, member))).ToList();
        var arguments = members.Where(static member => member.Spec.Member!.ConstructorIndex >= 0).Select(static member => member.Value);
        var properties = members
            .Where(static member => member.Spec.Member!.ConstructorIndex < 0)
            .Select(static member => $"{CSharpLiteral.Identifier(member.Spec.Name)} = {member.Value}")
            .Concat(parameter.RequiredMembers.Select(required =>
                $"{CSharpLiteral.Identifier(required.Name)} = {members.FirstOrDefault(member => member.Spec.Name == required.Member).Value ?? "default!"}"))
            .ToList();
        var initializer = properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $"new {parameter.Type}({string.Join(", ", arguments)}){initializer}";
    }

    /// <summary>There is no stream yet when most objects are made, but its token.</summary>
    private static string MemberArgument(ParameterSpec parameter, ParameterSpec member) =>
        member.Source == ParameterSource.CancellationToken && !BoundParameter.NeedsStream(parameter)
            ? "request.StreamToken"
            : Argument(member, $"{parameter.Name}_{member.Name}Value");

    private static string ReflectedParameter(BoundParameter parameter)
    {
        if (parameter.Spec.Member is not { } member)
        {
            return $"parameters[{CSharpLiteral.Number(parameter.Position)}]";
        }

        var property = $"typeof({member.DeclaringType}).GetProperty({CSharpLiteral.String(parameter.Spec.Name)})!";
        if (member.ConstructorIndex < 0)
        {
            return $"{Hosting}EventStreamParameter.Member({property})";
        }

        var types = string.Join(", ", member.ConstructorTypes.Select(static type => $"typeof({type})"));
        var constructor = $"typeof({parameter.Owner!.Type}).GetConstructor([{types}])!";
        return $"{Hosting}EventStreamParameter.Member({property}, {constructor}.GetParameters()[{CSharpLiteral.Number(member.ConstructorIndex)}])";
    }

    private static string Description(ParameterSpec parameter)
    {
        List<string> properties = [];
        if (parameter.HasTryParse)
        {
            properties.Add("HasTryParse = true");
        }

        if (parameter.Source == ParameterSource.BindAsync)
        {
            properties.Add("HasBindAsync = true");
        }

        if (parameter.IsOptional)
        {
            properties.Add("IsOptional = true");
        }

        if (parameter.Source is ParameterSource.Context or ParameterSource.Writer)
        {
            properties.Add("IsOfStream = true");
        }

        if (BodyUse(parameter) is { } use)
        {
            properties.Add($"Body = {Hosting}BodyUse.{use}");
        }

        return properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
    }

    private static string? BodyUse(ParameterSpec parameter) => parameter.Source switch
    {
        ParameterSource.Body => "Json",
        ParameterSource.ServiceOrBody when parameter.InfersBody => "JsonUnlessService",
        ParameterSource.Form or ParameterSource.FormCollection => "Form",
        ParameterSource.FormFile or ParameterSource.FormFiles => "FormFile",
        _ => null,
    };
}
