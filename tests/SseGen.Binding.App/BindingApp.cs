namespace SseGen.Binding.App;

/// <summary>The application under comparison.</summary>
public static class BindingApp
{
    /// <summary>Builds it; the caller starts it.</summary>
    /// <param name="args">
    /// The host's, and <c>--filters</c> (a filter tells the arguments it sees), <c>--problems</c> (problem details for bare statuses).
    /// </param>
    /// <param name="map">Maps what the handlers are compared with.</param>
    public static WebApplication Create(string[] args, Action<IEndpointRouteBuilder>? map = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        var builder = WebApplication.CreateSlimBuilder(args);
        var log = new BindingLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
        builder.Services.AddEventStreams();
        builder.Services.AddRouting(options => options.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex"));
        builder.Services.AddSingleton<Service>();
        builder.Services.AddKeyedSingleton("k", new Service { Name = "keyed" });
        builder.Services.AddKeyedSingleton(Color.Red, new Service { Name = "red" });
        if (args.Contains("--problems"))
        {
            builder.Services.AddProblemDetails();
        }

        var app = builder.Build();
        if (args.Contains("--problems"))
        {
            app.UseStatusCodePages();
        }

        app.Use(log.AnswerAsync);
        var group = app.MapGroup("").DisableAntiforgery();
        if (args.Contains("--filters"))
        {
            group.AddEndpointFilter(ShowArgumentsAsync);
        }

        group.MapEventStreams();
        map?.Invoke(group);
        return app;
    }

    private static async ValueTask<object?> ShowArgumentsAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["X-Arguments"] = Shown.Arguments(context.Arguments);
        return await next(context);
    }
}
