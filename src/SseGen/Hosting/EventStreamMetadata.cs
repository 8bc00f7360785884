using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace SseGen.Hosting;

/// <summary>Describes an endpoint to the rest of ASP.NET Core: API descriptions, authorization, and whoever else reads metadata.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventStreamMetadata
{
    private static readonly string[] s_contentTypes = ["text/event-stream"];

    /// <summary>Adds the metadata of a handler that sends <typeparamref name="TPayload"/>.</summary>
    /// <typeparam name="TPayload">What is in an event's data. Never the <c>SseItem</c> around it, which is not on the wire.</typeparam>
    /// <param name="method">The handler.</param>
    /// <param name="options">Gives the endpoint.</param>
    /// <param name="parameters">The handler's parameters.</param>
    public static RequestDelegateMetadataResult Populate<TPayload>(
        MethodInfo method, RequestDelegateFactoryOptions? options, params ReadOnlySpan<EventStreamParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (options?.EndpointBuilder is not { } builder)
        {
            return new RequestDelegateMetadataResult { EndpointMetadata = [] };
        }

        var metadata = builder.Metadata;
        AddClassAttributes(method, metadata);
        metadata.Add(DisableCookieRedirect.Instance);
        metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TPayload), s_contentTypes));
        foreach (var parameter in parameters)
        {
            metadata.Add(parameter);
        }

        return new RequestDelegateMetadataResult { EndpointMetadata = metadata.AsReadOnly() };
    }

    /// <summary>
    /// The attributes of the class come before those of the method, so that the method's win. The framework itself would leave an
    /// <c>[Authorize]</c> on the class unread.
    /// </summary>
    private static void AddClassAttributes(MethodInfo method, IList<object> metadata)
    {
        foreach (var attribute in method.ReflectedType?.GetCustomAttributes(inherit: true) ?? [])
        {
            // What the compiler adds (nullability and so on) says nothing about an endpoint.
            if (attribute.GetType().Namespace != "System.Runtime.CompilerServices")
            {
                metadata.Add(attribute);
            }
        }
    }

    /// <summary>A stream asked for without a login is answered 401 or 403, not with a redirect to a page that is no stream.</summary>
    private sealed class DisableCookieRedirect : IDisableCookieRedirectMetadata
    {
        public static readonly DisableCookieRedirect Instance = new();
    }
}
