using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.Binding.App;

namespace SseGen.Binding.Tests;

/// <summary>
/// The application in this process, on a real Kestrel. Under <see cref="Prefix"/> each handler is mapped once more: the same method, by
/// <c>MapMethods</c>, with the framework's run-time binding. What it yields is then sent as a JSON array.
/// </summary>
public sealed class ReferenceApp : IAsyncDisposable
{
    /// <summary>What stands before the path of the framework's endpoints.</summary>
    public const string Prefix = "/reference";

    private readonly WebApplication _app;

    private ReferenceApp(WebApplication app) => _app = app;

    /// <summary>The handlers that both can bind.</summary>
    public static IReadOnlyList<MethodInfo> Handlers { get; } =
    [
        .. new[] { typeof(QueryHandlers), typeof(SourceHandlers), typeof(RareHandlers), typeof(TypeHandlers), typeof(PostHandlers), typeof(GroupHandlers) }.SelectMany(HandlersOf),
    ];

    /// <summary>The handlers of a class.</summary>
    public static IEnumerable<MethodInfo> HandlersOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.IsDefined(typeof(EventStreamAttribute)));
    }

    /// <summary>The pattern of a handler.</summary>
    public static string PatternOf(MethodInfo handler) => handler.GetCustomAttribute<EventStreamAttribute>()!.Pattern;

    /// <summary>Starts it.</summary>
    /// <param name="args">The arguments of the application.</param>
    public static async Task<ReferenceApp> StartAsync(params string[] args)
    {
        var app = BindingApp.Create([.. args, "--urls=http://127.0.0.1:0"], MapReference);
        // Endpoints are built when they are first asked for, and once more at each request as long as that fails: see it here and now.
        Assert.All(((IEndpointRouteBuilder)app).DataSources, source => Assert.NotEmpty(source.Endpoints));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ReferenceApp(app);
    }

    /// <summary>All endpoints, of both kinds.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>A client of the application.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static void MapReference(IEndpointRouteBuilder endpoints)
    {
        var reference = endpoints.MapGroup(Prefix);
        foreach (var handler in Handlers)
        {
            Map(reference, handler);
        }

        var group = reference.MapGroup(BindingApp.GroupPrefix);
        foreach (var handler in HandlersOf(typeof(GroupHandlers)))
        {
            Map(group, handler);
        }
    }

    private static void Map(RouteGroupBuilder endpoints, MethodInfo handler)
    {
        var attribute = handler.GetCustomAttribute<EventStreamAttribute>()!;
        var types = handler.GetParameters().Select(parameter => parameter.ParameterType).Append(handler.ReturnType);
        endpoints.MapMethods(attribute.Pattern, [attribute.HttpMethod], handler.CreateDelegate(Expression.GetDelegateType([.. types])));
    }
}
