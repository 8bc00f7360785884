using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace SseGen.Hosting;

/// <content>Makes what binds each argument, once per endpoint.</content>
public abstract partial class EventStreamEndpoint
{
    /// <summary>The key that an attribute tells, for attributes whose code the generator cannot read.</summary>
    /// <typeparam name="TMetadata">The interface by which the attribute counts.</typeparam>
    public static string KeyOf<TMetadata>(EventStreamParameter parameter)
        where TMetadata : class
    {
        ArgumentNullException.ThrowIfNull(parameter);
        var name = parameter.ParameterInfo.GetCustomAttributes().OfType<TMetadata>().FirstOrDefault() switch
        {
            IFromRouteMetadata route => route.Name,
            IFromQueryMetadata query => query.Name,
            IFromHeaderMetadata header => header.Name,
            IFromFormMetadata form => form.Name,
            _ => null,
        };
        return name ?? parameter.Name;
    }

    /// <summary>An argument that is made from text.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="source">Where the text is.</param>
    /// <param name="key">The name of the route value, of the query parameter, and so on.</param>
    /// <param name="parser">Makes the value.</param>
    /// <param name="defaultValue">The value of an optional parameter for which there is no text.</param>
    public ParameterBinder<T> Value<T>(
        EventStreamParameter parameter, ValueSource source, string key, ValueParser<T> parser, T defaultValue = default!) =>
        new ValueBinder<T>(parameter, new TextSource(Resolve(source, key, parameter), key), parser, defaultValue);

    /// <summary>An argument that is made from several texts.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="source">Where the texts are.</param>
    /// <param name="key">The name of the query parameter, and so on.</param>
    /// <param name="parser">Makes one element.</param>
    /// <param name="skipsEmpty">Leaves the element of an empty text null.</param>
    public ParameterBinder<T[]> Array<T>(
        EventStreamParameter parameter, ValueSource source, string key, ValueParser<T> parser, bool skipsEmpty) =>
        new ArrayBinder<T>(parameter, new TextSource(Resolve(source, key, parameter), key), parser, skipsEmpty);

    /// <summary>The texts themselves.</summary>
    public ParameterBinder<StringValues> Texts(EventStreamParameter parameter, ValueSource source, string key, StringValues defaultValue = default) =>
        new StringValuesBinder(parameter, new TextSource(Resolve(source, key, parameter), key), defaultValue);

    /// <summary>The texts themselves, if there are any.</summary>
    public ParameterBinder<StringValues?> OptionalTexts(EventStreamParameter parameter, ValueSource source, string key) =>
        new OptionalStringValuesBinder(new TextSource(Resolve(source, key, parameter), key));

    /// <summary>A service.</summary>
    public static ParameterBinder<T> Service<T>(EventStreamParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new ServiceBinder<T>(isRequired: !parameter.IsOptional);
    }

    /// <summary>A service that is registered under a key.</summary>
    /// <exception cref="InvalidOperationException">The container knows no keys.</exception>
    public ParameterBinder<T> KeyedService<T>(EventStreamParameter parameter, object? key)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _isService is IServiceProviderIsKeyedService
            ? new KeyedServiceBinder<T>(key, isRequired: !parameter.IsOptional)
            : throw new InvalidOperationException(
                $"Unable to resolve service referenced by FromKeyedServicesAttribute. The service provider doesn't support keyed services. (Parameter '{parameter.Name}'.)");
    }

    /// <summary>An argument of a type that nothing says more about: a service, else the body.</summary>
    /// <exception cref="InvalidOperationException">The container does not have the type, and there is no body to infer.</exception>
    public ParameterBinder<T> ServiceOrBody<T>(EventStreamParameter parameter, T defaultValue = default!)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (IsService(typeof(T)))
        {
            return new ServiceBinder<T>(isRequired: true);
        }

        return Options.DisableInferBodyFromParameters
            ? throw new InvalidOperationException(
                $"Body was inferred but the method does not allow inferred body parameters: the parameter '{parameter.Name}' of type '{typeof(T)}' "
                + "is not a registered service, and cannot be parsed from text. Register the service, or mark the parameter with [FromBody].")
            : JsonBody(parameter, defaultValue, isInferred: true);
    }

    /// <summary>The body, read as JSON.</summary>
    public ParameterBinder<T> Body<T>(EventStreamParameter parameter, T defaultValue = default!)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return JsonBody(parameter, defaultValue, isInferred: false);
    }

    /// <summary>An argument whose type binds itself from the request.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="name">The method, for messages.</param>
    /// <param name="bind">Calls it.</param>
    /// <param name="defaultValue">The value of an optional parameter when there is nothing to bind.</param>
    public static AsyncParameterBinder<T> BindAsync<T>(
        EventStreamParameter parameter, string name, Func<HttpContext, ParameterInfo, ValueTask<object?>> bind, T defaultValue = default!) =>
        new(parameter, name, bind, defaultValue);

    /// <summary>The whole form.</summary>
    public ParameterBinder<IFormCollection> FormCollection(EventStreamParameter parameter)
    {
        ReadForm(parameter);
        return new FormCollectionBinder();
    }

    /// <summary>A file of the form.</summary>
    public ParameterBinder<IFormFile> FormFile(EventStreamParameter parameter, string key)
    {
        ReadForm(parameter);
        return new FormFileBinder(parameter, key);
    }

    /// <summary>All files of the form.</summary>
    public ParameterBinder<IFormFileCollection> FormFiles(EventStreamParameter parameter)
    {
        ReadForm(parameter);
        return new FormFilesBinder();
    }

    private JsonBodyBinder<T> JsonBody<T>(EventStreamParameter parameter, T defaultValue, bool isInferred)
    {
        if (BodyReader is not null)
        {
            throw new InvalidOperationException(
                $"The parameter '{parameter.Name}' is the body of the request, and so is '{BodyReader.Parameter.Name}'. A request has one body.");
        }

        var typeInfo = (JsonTypeInfo<T>)JsonSerializerOptions.GetTypeInfo(typeof(T));
        BodyReader = new JsonBodyReader<T>(parameter, typeInfo, this);
        var allowsEmpty = parameter.ParameterInfo.GetCustomAttributes().OfType<IFromBodyMetadata>().FirstOrDefault()?.AllowEmpty == true;
        return new JsonBodyBinder<T>(parameter, defaultValue, allowsEmpty || parameter.IsOptional, isInferred);
    }

    private void ReadForm(EventStreamParameter parameter)
    {
        if (BodyReader is { IsForm: false })
        {
            throw new InvalidOperationException(
                $"An action cannot use both form and JSON body parameters: '{parameter.Name}' is of the form, '{BodyReader.Parameter.Name}' is the JSON.");
        }

        BodyReader ??= new FormReader(parameter, this);
    }

    private ValueSource Resolve(ValueSource source, string key, EventStreamParameter parameter)
    {
        var isInRoute = Options.RouteParameterNames?.Contains(key, StringComparer.OrdinalIgnoreCase) == true;
        switch (source)
        {
            case ValueSource.RouteOrQuery:
                return isInRoute ? ValueSource.Route : ValueSource.Query;
            case ValueSource.Route when !isInRoute:
                throw new InvalidOperationException($"'{key}' is not a route parameter.");
            case ValueSource.Form:
                ReadForm(parameter);
                return source;
            default:
                return source;
        }
    }
}
