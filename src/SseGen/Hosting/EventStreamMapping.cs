using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.Streaming;

namespace SseGen.Hosting;

/// <summary>Maps what the generator has found.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventStreamMapping
{
    /// <summary>The framework hands the delegate through to who calls the handler, and that is generated code, which calls it by name.</summary>
    private static readonly Action s_noDelegate = static () => { };

    /// <summary>Maps one handler.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="settings">The handler's attribute.</param>
    /// <param name="method">
    /// The handler's method. Generated code reads it, from a delegate of a type of its own or by a constant name: read from any
    /// <see cref="Delegate"/> it would make NativeAOT keep the reflection data of every delegate of the application.
    /// </param>
    /// <param name="populateMetadata">Describes the endpoint.</param>
    /// <param name="createRequestDelegate">Makes what answers its requests.</param>
    /// <exception cref="InvalidOperationException"><c>AddEventStreams()</c> was not called.</exception>
    public static RouteHandlerBuilder Map(
        IEndpointRouteBuilder endpoints,
        EventStreamAttribute settings,
        MethodInfo method,
        Func<MethodInfo, RequestDelegateFactoryOptions?, RequestDelegateMetadataResult> populateMetadata,
        Func<Delegate, RequestDelegateFactoryOptions, RequestDelegateMetadataResult?, RequestDelegateResult> createRequestDelegate)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(settings);
        if (endpoints.ServiceProvider.GetService<EventStreamServer>() is null)
        {
            throw new InvalidOperationException(
                "Event streams need services that are not registered. Call 'builder.Services.AddEventStreams()' before the application is built.");
        }

        var builder = RouteHandlerServices.Map(
            endpoints, settings.Pattern, s_noDelegate, [settings.HttpMethod], populateMetadata, createRequestDelegate, method);
        // Last of all, because of several policies the last counts.
        builder.Finally(static endpoint => endpoint.Metadata.Add(NoOutputCache.Instance));
        return settings.Name is null ? builder : builder.WithName(settings.Name);
    }

    /// <summary>Checks at start what would otherwise fail at the first request: that there will be an object to call the handler on.</summary>
    /// <exception cref="InvalidOperationException">It can neither be constructed nor taken from the container.</exception>
    public static void RequireHandler<T>(IEndpointRouteBuilder endpoints, bool isConstructible)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (!isConstructible && endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(T)) != true)
        {
            throw new InvalidOperationException(
                $"The handler class '{typeof(T)}' has no constructor that could be called with services alone. Register it in the container.");
        }
    }

    /// <summary>The method of the endpoint that is being built.</summary>
    public static MethodInfo HandlerMethod(RequestDelegateFactoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.EndpointBuilder?.Metadata.OfType<MethodInfo>().FirstOrDefault()
            ?? throw new InvalidOperationException("The endpoint has no method in its metadata.");
    }
}
