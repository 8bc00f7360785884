using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing.Constraints;

namespace SseGen.Binding.App;

/// <summary>The application under comparison.</summary>
public static class BindingApp
{
    /// <summary>A group in which <see cref="GroupHandlers"/> are mapped once more.</summary>
    public const string GroupPrefix = "/group/{tenant}/{number}";

    /// <summary>One in which <c>1,5</c> is one and a half; no binding may follow it.</summary>
    private static readonly CultureInfo s_culture = CreateCulture();

    /// <summary>Builds it; the caller starts it.</summary>
    /// <param name="args">
    /// The host's, and <c>--filters=true</c> (a filter tells the arguments it sees, and does what the query asks for),
    /// <c>--problems=true</c> (problem details for errors), <c>--antiforgery=false</c> (nobody looks at the tokens of forms).
    /// </param>
    /// <param name="map">Maps what the handlers are compared with.</param>
    public static WebApplication Create(string[] args, Action<IEndpointRouteBuilder>? map = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        var builder = WebApplication.CreateSlimBuilder(args);
        var log = new BindingLog();
        var hasProblems = builder.Configuration["problems"] == "true";
        AddServices(builder, log, hasProblems);
        var app = builder.Build();
        if (hasProblems)
        {
            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler();
            }

            app.UseStatusCodePages();
        }

        app.Use(log.RecordAsync);
        app.Use(SendHeaderLinesAsync);
        app.Use(InAnotherCultureAsync);
        if (builder.Configuration["antiforgery"] != "false")
        {
            app.Use(AntiforgeryTokens.AddAsync);
            app.UseAntiforgery();
        }

        var group = app.MapGroup("");
        if (builder.Configuration["filters"] == "true")
        {
            group.AddEndpointFilter(ArgumentFilter.InvokeAsync);
        }

        group.MapEventStreams();
        group.MapGroup(GroupPrefix).MapGroupHandlers();
        map?.Invoke(group);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, BindingLog log, bool hasProblems)
    {
        // The console tells where the server listens; the rest is for the log of bindings.
        builder.Logging.AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(
            static (category, level) => category == "Microsoft.Hosting.Lifetime" && level >= LogLevel.Information);
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
        builder.Services.AddRouting(options => options.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        builder.Services.AddEventStreams();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Service>();
        builder.Services.AddKeyedSingleton("k", new Service { Name = "keyed" });
        builder.Services.AddKeyedSingleton(Color.Red, new Service { Name = "red" });
        builder.Services.AddKeyedSingleton(5, new Service { Name = "five" });
        builder.Services.AddKeyedSingleton<Service>(typeof(Color), new Service { Name = "color" });
        builder.Services.AddAntiforgery(static antiforgery => antiforgery.Cookie.Name = "antiforgery"); // else it is named after where the application stands
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        if (hasProblems)
        {
            builder.Services.AddProblemDetails();
        }
    }

    /// <summary>HTTP clients join several lines of one header, so that such requests say what they mean: <c>X-Lines: 1;2</c> is X-V twice.</summary>
    private static Task SendHeaderLinesAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["X-Lines"].ToString() is { Length: > 0 } lines)
        {
            context.Request.Headers["X-V"] = lines.Split(';');
        }

        return next(context);
    }

    private static Task InAnotherCultureAsync(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentCulture = s_culture;
        return next(context);
    }

    private static CultureInfo CreateCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.DateSeparator = ".";
        return culture;
    }
}
