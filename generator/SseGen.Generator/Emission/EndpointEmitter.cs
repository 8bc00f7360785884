using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SseGen.Generator.Model;

namespace SseGen.Generator.Emission;

/// <summary>Writes the endpoints of one class: how each is mapped and described, and how it answers a request.</summary>
internal static class EndpointEmitter
{
    private const string Hosting = "global::SseGen.Hosting.";
    private const string Http = "global::Microsoft.AspNetCore.Http.";

    public static void AddSource(SourceProductionContext output, HandlerEndpoints handler) =>
        output.AddSource(HintNames.File(handler.Handler.FullName, hasNamesake: handler.HasNamesake), Emit(handler));

    public static SourceText Emit(HandlerEndpoints handler)
    {
        using var code = new SourceWriter();
        code.WriteLines(GeneratedFile.Header);
        if (handler.Endpoints.Any(static endpoint => endpoint.IsObsolete))
        {
            code.WriteLines(
                """
                // An obsolete handler is still served; who calls it was told where it is declared.
                #pragma warning disable CS0612, CS0618

                """);
        }

        using (code.Block($"namespace {GeneratedNames.EndpointNamespace}"))
        {
            code.WriteLines(
                $"""
                /// <summary>The event streams of <c>{handler.Handler.FullName}</c>.</summary>
                [global::Microsoft.CodeAnalysis.Embedded]
                """);
            using var type = code.Block($"internal static class {HintNames.Identifier(handler.Handler.FullName)}");
            for (var i = 0; i < handler.Endpoints.Count; i++)
            {
                if (i > 0)
                {
                    code.WriteLine();
                }

                EmitEndpoint(code, handler, handler.Endpoints[i], handler.ClassNameOf(i));
            }
        }

        return code.ToSourceText();
    }

    private static void EmitEndpoint(SourceWriter code, HandlerEndpoints handler, EndpointSpec endpoint, string className)
    {
        var settings = endpoint.Settings;
        code.WriteLine($"/// <summary>{settings.HttpMethod} {CSharpLiteral.XmlText(settings.Pattern)}: <c>{endpoint.Signature}</c></summary>");
        using var type = code.Block($"internal static class {className}");
        if (endpoint.IsStatic)
        {
            code.WriteLine($"private delegate {endpoint.Stream.ReturnType} Handler({Declarations(endpoint)});");
            code.WriteLine();
        }

        var initializer = settings.NamedArguments.Count == 0 ? "" : $" {{ {string.Join(", ", settings.NamedArguments)} }}";
        code.WriteLine(
            $"private static readonly global::SseGen.EventStreamAttribute s_settings = new({CSharpLiteral.String(settings.Pattern)}){initializer};");
        code.WriteLine();
        EmitMap(code, endpoint);
        code.WriteLine();
        EmitMetadata(code, endpoint);
        code.WriteLine();
        EmitRequestDelegate(code, handler, endpoint);
        code.WriteLine();
        EventFormatterEmitter.Emit(code, endpoint.Stream.Graph, endpoint.Settings.EventType);
    }

    private static string Declarations(EndpointSpec endpoint) => string.Join(
        ", ", endpoint.Parameters.Select(static parameter => $"{parameter.DeclaredType} {CSharpLiteral.Identifier(parameter.Name)}"));

    private static void EmitMap(SourceWriter code, EndpointSpec endpoint)
    {
        using var method = code.Block(
            "internal static global::Microsoft.AspNetCore.Builder.RouteHandlerBuilder Map("
            + "global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)");
        var map = $"return {Hosting}EventStreamMapping.Map(endpoints, s_settings, method, PopulateMetadata, CreateRequestDelegate);";
        if (endpoint.IsStatic)
        {
            code.WriteLines(
                $"""
                Handler handler = {endpoint.Handler.Type}.{CSharpLiteral.Identifier(endpoint.MethodName)};
                var method = handler.Method;
                {map}
                """);
            return;
        }

        var types = string.Join(", ", endpoint.Parameters.Select(static parameter => $"typeof({parameter.Type})"));
        const string Flags = "global::System.Reflection.BindingFlags.";
        code.WriteLines(
            $"""
            {Hosting}EventStreamMapping.RequireHandler<{endpoint.Handler.Type}>(endpoints, isConstructible: {CSharpLiteral.Bool(endpoint.Handler.Constructor is not null)});
            var method = typeof({endpoint.Handler.Type}).GetMethod(
                {CSharpLiteral.String(endpoint.MethodName)},
                {Flags}Instance | {Flags}Public | {Flags}NonPublic,
                [{types}])!;
            {map}
            """);
    }

    private static void EmitMetadata(SourceWriter code, EndpointSpec endpoint)
    {
        using (code.Block(
            $"private static {Http}RequestDelegateMetadataResult PopulateMetadata("
            + $"global::System.Reflection.MethodInfo method, {Http}RequestDelegateFactoryOptions? options)"))
        {
            code.WriteLine("var parameters = DescribeParameters(method);");
            EmitProvidedMetadata(code, endpoint);
            if (endpoint.Documentation is { } documentation)
            {
                var texts = $"{CSharpLiteral.String(documentation.Summary)}, {CSharpLiteral.String(documentation.Remarks)}";
                code.WriteLine($"{Hosting}EventStreamMetadata.Document(options, {texts});");
            }

            EventDescriptionEmitter.Emit(code, endpoint);
            code.WriteLine($"return {Hosting}EventStreamMetadata.Populate<{endpoint.Stream.Payload}>(method, options, parameters);");
        }

        code.WriteLine();
        using (code.Block($"private static {Hosting}EventStreamParameter[] DescribeParameters(global::System.Reflection.MethodInfo method)"))
        {
            ParameterEmitter.EmitDescriptions(code, endpoint);
        }
    }

    private static void EmitProvidedMetadata(SourceWriter code, EndpointSpec endpoint)
    {
        foreach (var parameter in BoundParameter.AllOf(endpoint))
        {
            if (parameter.Spec.ProvidesParameterMetadata)
            {
                var index = CSharpLiteral.Number(parameter.Index);
                code.WriteLine($"{Hosting}EventStreamMetadata.AddOfParameter<{parameter.Spec.Type}>(options, parameters[{index}]);");
            }

            if (parameter.Spec.ProvidesMetadata)
            {
                code.WriteLine($"{Hosting}EventStreamMetadata.AddOfType<{parameter.Spec.Type}>(options, method);");
            }
        }
    }

    private static void EmitRequestDelegate(SourceWriter code, HandlerEndpoints handler, EndpointSpec endpoint)
    {
        using var method = code.Block(
            $"private static {Http}RequestDelegateResult CreateRequestDelegate(global::System.Delegate handler, "
            + $"{Http}RequestDelegateFactoryOptions options, {Http}RequestDelegateMetadataResult? inferred)");
        var name = CSharpLiteral.String(endpoint.Handler.FullName + "." + endpoint.MethodName);
        code.WriteLine(
            $"var endpoint = new {Hosting}EventStreamEndpoint<{endpoint.Stream.Element}>(s_settings, {name}, options, Formatter.Create);");
        if (!endpoint.IsStatic)
        {
            code.WriteLine($"var handlerOf = endpoint.Handler<{endpoint.Handler.Type}>({Construction(handler.Handler)});");
        }

        ParameterEmitter.EmitBinders(code, endpoint);
        code.WriteLine("return endpoint.Build(HandleAsync, InvokeAsync, inferred);");
        code.WriteLine();
        EmitHandle(code, endpoint);
        code.WriteLine();
        EmitInvoke(code, endpoint);
    }

    private static string Construction(HandlerSpec handler) => handler.Constructor is not { } constructor
        ? "null"
        : $"static services => new {handler.Type}({string.Join(", ", constructor.Services.Select(ParameterEmitter.Service))})";

    private static void EmitHandle(SourceWriter code, EndpointSpec endpoint)
    {
        using var method = code.Block($"async global::System.Threading.Tasks.Task HandleAsync({Http}HttpContext httpContext)");
        code.WriteLine("var request = endpoint.Bind(httpContext);");
        ParameterEmitter.EmitValues(code, endpoint);
        code.WriteLines(
            """
            if (request.IsRefused)
            {
                return;
            }

            using var stream = endpoint.Open(request);
            if (stream.IsRefused)
            {
                await stream.RefuseAsync();
                return;
            }

            """);
        ParameterEmitter.EmitLateValues(code, endpoint);
        var arguments = endpoint.Parameters.Select(ParameterEmitter.Argument).ToList();
        using (code.Block("if (endpoint.HasFilters)"))
        {
            code.WriteLine($"await endpoint.RunFiltersAsync(stream, {FilterContext(arguments)});");
            code.WriteLine("return;");
        }

        code.WriteLine();
        var outcome = Outcome(endpoint, "httpContext", arguments);
        code.WriteLine(IsSetUp(endpoint)
            ? $"await endpoint.SetUpAsync(stream, async () => {outcome});"
            : $"await endpoint.RunAsync(stream, {outcome});");
    }

    /// <summary>Whether the handler is awaited before there is a stream; a push handler is one.</summary>
    private static bool IsSetUp(EndpointSpec endpoint) => endpoint.Stream is { IsAwaited: true, Shape: not StreamShape.Push };

    /// <summary>The framework has a context without boxing for up to eight arguments.</summary>
    private static string FilterContext(List<string> arguments)
    {
        var list = string.Concat(arguments.Select(static argument => ", " + argument));
        return arguments.Count <= 8
            ? $"{Http}EndpointFilterInvocationContext.Create(httpContext{list})"
            : $"new {Http}DefaultEndpointFilterInvocationContext(httpContext{list})";
    }

    private static void EmitInvoke(SourceWriter code, EndpointSpec endpoint)
    {
        var isAsync = IsSetUp(endpoint);
        using var method = code.Block(
            (isAsync ? "async " : "") + $"global::System.Threading.Tasks.ValueTask<object?> InvokeAsync({Http}EndpointFilterInvocationContext invocation)");
        var arguments = endpoint.Parameters
            .Select(static (parameter, index) => $"invocation.GetArgument<{parameter.DeclaredType}>({CSharpLiteral.Number(index)})")
            .ToList();
        var outcome = Outcome(endpoint, "invocation.HttpContext", arguments);
        code.WriteLine(isAsync ? $"return {outcome};" : $"return new({outcome});");
    }

    /// <summary>The call of the handler, and what makes its result a sequence of events, or the response in its place.</summary>
    private static string Outcome(EndpointSpec endpoint, string httpContext, List<string> arguments)
    {
        var call = Call(endpoint, httpContext, arguments);
        var result = endpoint.Stream.IsAwaited ? $"await {call}" : call;
        return endpoint.Stream.Shape switch
        {
            StreamShape.ChannelReader => $"endpoint.Drained({result})",
            StreamShape.Result => $"endpoint.Decided({result})",
            StreamShape.Push => $"endpoint.Pushed({Writer(endpoint, arguments)}, async () => {result})",
            _ => result,
        };
    }

    private static string Writer(EndpointSpec endpoint, List<string> arguments)
    {
        var index = endpoint.Parameters.TakeWhile(static parameter => parameter.Source != ParameterSource.Writer).Count();
        return arguments[index];
    }

    private static string Call(EndpointSpec endpoint, string httpContext, IEnumerable<string> arguments)
    {
        var target = endpoint.IsStatic ? endpoint.Handler.Type.FullName : $"handlerOf({httpContext})";
        return $"{target}.{CSharpLiteral.Identifier(endpoint.MethodName)}({string.Join(", ", arguments)})";
    }
}
