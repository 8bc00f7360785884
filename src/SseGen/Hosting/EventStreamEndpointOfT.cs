using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SseGen.Framing;
using SseGen.Streaming;

namespace SseGen.Hosting;

/// <summary>An endpoint whose handler yields <typeparamref name="TEvent"/>.</summary>
/// <typeparam name="TEvent">A payload, or a <see cref="System.Net.ServerSentEvents.SseItem{T}"/> of one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventStreamEndpoint<TEvent> : EventStreamEndpoint
{
    private readonly EndpointStreams _streams;
    private readonly EventFormatter<TEvent> _formatter;

    /// <summary>Prepares the endpoint.</summary>
    /// <param name="settings">The handler's attribute.</param>
    /// <param name="handlerName">The handler as the log names it.</param>
    /// <param name="options">What the framework gives whom it lets make a request delegate.</param>
    /// <param name="createFormatter">Makes what turns an event into bytes.</param>
    public EventStreamEndpoint(
        EventStreamAttribute settings,
        string handlerName,
        RequestDelegateFactoryOptions options,
        Func<JsonSerializerOptions, EventFormatter<TEvent>> createFormatter)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(createFormatter);
        var pattern = (options.EndpointBuilder as RouteEndpointBuilder)?.RoutePattern.RawText ?? settings.Pattern;
        _streams = Services.GetRequiredService<EventStreamServer>().ForEndpoint(settings, pattern, handlerName);
        _formatter = createFormatter(JsonSerializerOptions);
    }

    /// <summary>Finishes the endpoint.</summary>
    /// <param name="handle">Answers a request.</param>
    /// <param name="invoke">Calls the handler with the arguments that have come through the filters.</param>
    /// <param name="inferred">The metadata found earlier.</param>
    public RequestDelegateResult Build(
        RequestDelegate handle, EndpointFilterDelegate invoke, RequestDelegateMetadataResult? inferred)
    {
        Filters = BuildFilters(invoke);
        return new RequestDelegateResult(handle, inferred?.EndpointMetadata ?? []);
    }

    /// <summary>
    /// Opens the stream of a request, to be disposed of. <see langword="null"/> when the request has been answered without one, because the
    /// host stops or there are too many streams.
    /// </summary>
    public async ValueTask<EventStreamSession?> OpenAsync(RequestBinding request)
    {
        var stream = _streams.Open(request.HttpContext);
        if (!stream.IsRefused)
        {
            return stream;
        }

        await using (stream)
        {
            await stream.RefuseAsync();
        }

        return null;
    }

    /// <summary>Sends the events.</summary>
    public Task RunAsync(EventStreamSession stream, IAsyncEnumerable<TEvent> events) => stream.RunAsync(events, _formatter);

    /// <summary>Sends what comes back through the filters: the events, or what a filter has put in their place.</summary>
    public async Task RunFiltersAsync(EventStreamSession stream, EndpointFilterInvocationContext invocation)
    {
        switch (await Filters!(invocation))
        {
            case null:
                break;
            case IResult result:
                await result.ExecuteAsync(invocation.HttpContext);
                break;
            case IAsyncEnumerable<TEvent> events:
                await stream.RunAsync(events, _formatter);
                break;
            case var other:
                await WriteAsync(invocation.HttpContext, other);
                break;
        }
    }

    /// <summary>As minimal APIs write a handler's result.</summary>
    private async Task WriteAsync(HttpContext httpContext, object value)
    {
        if (value is string text)
        {
            httpContext.Response.ContentType ??= "text/plain; charset=utf-8";
            await httpContext.Response.WriteAsync(text);
            return;
        }

        await httpContext.Response.WriteAsJsonAsync(value, JsonSerializerOptions.GetTypeInfo(typeof(object)));
    }

    /// <summary>The last factory is the innermost. Factories that add nothing leave the handler as it is, and cost no request anything.</summary>
    private EndpointFilterDelegate? BuildFilters(EndpointFilterDelegate invoke)
    {
        if (Options.EndpointBuilder is not { FilterFactories.Count: > 0 } builder)
        {
            return null;
        }

        EndpointFilterDelegate innermost = invocation =>
            invocation.HttpContext.Response.StatusCode >= StatusCodes.Status400BadRequest
                ? new ValueTask<object?>(Results.Empty)
                : invoke(invocation);
        var factoryContext = new EndpointFilterFactoryContext
        {
            MethodInfo = builder.Metadata.OfType<MethodInfo>().First(),
            ApplicationServices = Services,
        };
        var outermost = builder.FilterFactories.Reverse().Aggregate(innermost, (next, factory) => factory(factoryContext, next));
        return ReferenceEquals(outermost, innermost) ? null : outermost;
    }
}
