using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace SseGen.Hosting;

/// <summary>Describes an endpoint to the rest of ASP.NET Core: API descriptions, authorization, and whoever else reads metadata.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventStreamMetadata
{
    private static readonly string[] s_contentTypes = ["text/event-stream"];

    private static readonly string[] s_jsonTypes = ["application/json"];
    private static readonly string[] s_multipartTypes = ["multipart/form-data"];
    private static readonly string[] s_formTypes = ["multipart/form-data", "application/x-www-form-urlencoded"];

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
        AddBody(parameters, options, metadata);
        foreach (var parameter in parameters)
        {
            if (!parameter.IsOfStream)
            {
                metadata.Add(parameter);
            }
        }

        return new RequestDelegateMetadataResult { EndpointMetadata = metadata.AsReadOnly() };
    }

    /// <summary>Adds what the handler's documentation comment says. Attributes of the method come later, and so win.</summary>
    /// <param name="options">Gives the endpoint.</param>
    /// <param name="summary">The comment's summary, if it has one.</param>
    /// <param name="description">The comment's remarks, if it has any.</param>
    public static void Document(RequestDelegateFactoryOptions? options, string? summary, string? description)
    {
        if (options?.EndpointBuilder is not { } builder)
        {
            return;
        }

        if (summary is not null)
        {
            builder.Metadata.Add(new EndpointSummaryAttribute(summary));
        }

        if (description is not null)
        {
            builder.Metadata.Add(new EndpointDescriptionAttribute(description));
        }
    }

    /// <summary>Adds an event that the endpoint sends.</summary>
    /// <typeparam name="TPayload">What is in its data.</typeparam>
    /// <param name="options">Gives the endpoint.</param>
    /// <param name="eventType">Its type, where that is a constant; <see langword="null"/> for the browser's <c>message</c>.</param>
    /// <param name="isTypeOpen">The type is decided with each event.</param>
    /// <param name="hasId">It may have an id.</param>
    public static void AddEvent<TPayload>(RequestDelegateFactoryOptions? options, string? eventType, bool isTypeOpen = false, bool hasId = false)
    {
        if (options?.EndpointBuilder is { } builder)
        {
            builder.Metadata.Add(new EventDescription(typeof(TPayload)) { EventType = eventType, IsTypeOpen = isTypeOpen, HasId = hasId });
        }
    }

    /// <summary>Lets the type of a parameter add its metadata for that parameter.</summary>
    public static void AddOfParameter<T>(RequestDelegateFactoryOptions? options, EventStreamParameter parameter)
        where T : IEndpointParameterMetadataProvider
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (options?.EndpointBuilder is { } builder)
        {
            T.PopulateMetadata(parameter.ParameterInfo, builder);
        }
    }

    /// <summary>Lets the type of a parameter add its metadata.</summary>
    public static void AddOfType<T>(RequestDelegateFactoryOptions? options, MethodInfo method)
        where T : IEndpointMetadataProvider
    {
        if (options?.EndpointBuilder is { } builder)
        {
            T.PopulateMetadata(method, builder);
        }
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

    /// <summary>
    /// What content the endpoint takes: routing answers 415 to another. A <c>GET</c> endpoint without a body must not say anything, or it
    /// would refuse requests that carry a stray content type.
    /// </summary>
    private static void AddBody(ReadOnlySpan<EventStreamParameter> parameters, RequestDelegateFactoryOptions options, IList<object> metadata)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Body == BodyUse.Json || (parameter.Body == BodyUse.JsonUnlessService && !IsService(parameter, options)))
            {
                var isOptional = parameter.IsOptional
                    || parameter.ParameterInfo.GetCustomAttributes().OfType<IFromBodyMetadata>().FirstOrDefault()?.AllowEmpty == true;
                metadata.Add(new AcceptsMetadata(s_jsonTypes, parameter.ParameterInfo.ParameterType, isOptional));
                return;
            }
        }

        AddForm(parameters, metadata);
    }

    private static void AddForm(ReadOnlySpan<EventStreamParameter> parameters, IList<object> metadata)
    {
        EventStreamParameter? first = null;
        var hasFiles = false;
        foreach (var parameter in parameters)
        {
            if (parameter.Body is BodyUse.Form or BodyUse.FormFile)
            {
                first ??= parameter;
                hasFiles |= parameter.Body == BodyUse.FormFile;
            }
        }

        if (first is not null)
        {
            metadata.Add(new AcceptsMetadata(hasFiles ? s_multipartTypes : s_formTypes, first.ParameterInfo.ParameterType));
            metadata.Add(RequireAntiforgery.Instance);
        }
    }

    private static bool IsService(EventStreamParameter parameter, RequestDelegateFactoryOptions options)
    {
        var services = options.ServiceProvider ?? options.EndpointBuilder?.ApplicationServices;
        return services?.GetService<IServiceProviderIsService>()?.IsService(parameter.ParameterInfo.ParameterType) == true;
    }

    /// <summary>A browser sends forms across sites without asking, so that a form must prove where it comes from.</summary>
    private sealed class RequireAntiforgery : IAntiforgeryMetadata
    {
        public static readonly RequireAntiforgery Instance = new();

        public bool RequiresValidation => true;
    }

    /// <summary>A stream asked for without a login is answered 401 or 403, not with a redirect to a page that is no stream.</summary>
    private sealed class DisableCookieRedirect : IDisableCookieRedirectMetadata
    {
        public static readonly DisableCookieRedirect Instance = new();
    }
}
