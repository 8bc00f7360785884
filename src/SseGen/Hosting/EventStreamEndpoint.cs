using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace SseGen.Hosting;

/// <summary>
/// What an endpoint decides once, when it is built: where each argument comes from, by what settings its streams run. ASP.NET Core builds
/// endpoints more than once, so nothing here may have an effect outside. What makes the binders of arguments is in
/// <c>EventStreamEndpoint.Binders.cs</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class EventStreamEndpoint
{
    private readonly IServiceProviderIsService? _isService;

    private protected EventStreamEndpoint(RequestDelegateFactoryOptions options)
    {
        Options = options;
        Services = options.ServiceProvider
            ?? options.EndpointBuilder?.ApplicationServices
            ?? throw new ArgumentException("There are no services to build the endpoint with.", nameof(options));
        _isService = Services.GetService<IServiceProviderIsService>();
        Logger = Services.GetService<ILoggerFactory>()?.CreateLogger("SseGen.Binding") ?? NullLogger.Instance;
        ThrowOnBadRequest = options.ThrowOnBadRequest;
        JsonSerializerOptions = ReadJsonOptions(Services);
    }

    /// <summary>How the application writes JSON over HTTP; read-only from here on.</summary>
    public JsonSerializerOptions JsonSerializerOptions { get; }

    /// <summary>Whether filters stand before the handler. They see arguments and results as objects.</summary>
    public bool HasFilters => Filters is not null;

    internal ILogger Logger { get; }

    internal bool ThrowOnBadRequest { get; }

    /// <summary>Reads the body before any argument is bound; <see langword="null"/> when no argument comes from it.</summary>
    internal BodyReader? BodyReader { get; private set; }

    private protected RequestDelegateFactoryOptions Options { get; }

    private protected IServiceProvider Services { get; }

    private protected EndpointFilterDelegate? Filters { get; set; }

    /// <summary>Begins to bind the arguments of one request.</summary>
    public RequestBinding Bind(HttpContext httpContext) => new(httpContext, this);

    /// <summary>
    /// Makes the object whose method is the handler: taken from the container when the class is registered there, else constructed and, with
    /// the request, disposed of.
    /// </summary>
    /// <param name="construct">Constructs one; <see langword="null"/> when only the container can.</param>
    public Func<HttpContext, T> Handler<T>(Func<IServiceProvider, T>? construct)
        where T : notnull
    {
        if (IsService(typeof(T)))
        {
            return static httpContext => httpContext.RequestServices.GetRequiredService<T>();
        }

        // That there is a constructor where there is no service, Map has made sure of.
        return httpContext => Own(httpContext, construct!);
    }

    internal bool IsService(Type type) => _isService?.IsService(type) == true;

    private static T Own<T>(HttpContext httpContext, Func<IServiceProvider, T> construct)
        where T : notnull
    {
        var handler = construct(httpContext.RequestServices);
        switch (handler)
        {
            case IAsyncDisposable asyncDisposable:
                httpContext.Response.RegisterForDisposeAsync(asyncDisposable);
                break;
            case IDisposable disposable:
                httpContext.Response.RegisterForDispose(disposable);
                break;
        }

        return handler;
    }

    private static JsonSerializerOptions ReadJsonOptions(IServiceProvider services)
    {
        var options = services.GetService<IOptions<JsonOptions>>()?.Value ?? new JsonOptions();
        options.SerializerOptions.MakeReadOnly();
        return options.SerializerOptions;
    }
}
