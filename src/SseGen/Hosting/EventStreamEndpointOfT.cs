using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Threading.Channels;
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
        return new RequestDelegateResult(
            _streams.Settings.Frames.HasCompletion ? UnlessComplete(handle) : handle, inferred?.EndpointMetadata ?? []);
    }

    /// <summary>Opens the stream of a request, to be disposed of whatever becomes of it.</summary>
    public EventStreamSession Open(RequestBinding request) => _streams.Open(request.HttpContext, request.StreamCancellation);

    /// <summary>What a push handler writes its events to.</summary>
    public EventStreamWriter<TEvent> CreateWriter(EventStreamSession stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new EventStreamWriter<TEvent>(stream.CancellationToken);
    }

    /// <summary>The events of a push handler; the handler is called when the first is asked for.</summary>
    public IAsyncEnumerable<TEvent> Pushed(EventStreamWriter<TEvent> writer, Func<Task> handler)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.RunAsync(handler);
    }

    /// <summary>The events of a channel.</summary>
    public IAsyncEnumerable<TEvent> Drained(ChannelReader<TEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.ReadAllAsync();
    }

    /// <summary>What a handler has decided, for filters and for <see cref="RunAsync"/>: the events, or the response in their place.</summary>
    public object Decided(EventStreamResult<TEvent> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Value;
    }

    /// <summary>Answers with what the handler returned.</summary>
    public Task RunAsync(EventStreamSession stream, object? result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return result is IAsyncEnumerable<TEvent> events ? stream.RunAsync(events, _formatter) : WriteAsync(stream.Context.HttpContext, result);
    }

    /// <summary>
    /// Answers with what a handler returns after a while. A host that stops meanwhile sends the client away, to come back later, and does not
    /// wait for a handler that ignores its token.
    /// </summary>
    public Task SetUpAsync(EventStreamSession stream, Func<Task<object?>> handler)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(handler);
        return AnswerAsync(stream, handler());
    }

    /// <summary>Answers with what comes back through the filters: the events, or what a filter has put in their place.</summary>
    public Task RunFiltersAsync(EventStreamSession stream, EndpointFilterInvocationContext invocation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AnswerAsync(stream, Filters!(invocation).AsTask());
    }

    /// <summary>Asks before any argument is bound: the completion event's id need not be one that the handler could parse.</summary>
    private RequestDelegate UnlessComplete(RequestDelegate handle) => httpContext =>
        _streams.IsComplete(httpContext)
            ? RefusalAnswer.WriteAsync(Refusal.AlreadyComplete, httpContext, _streams.Settings)
            : handle(httpContext);

    private async Task AnswerAsync(EventStreamSession stream, Task<object?> setUp)
    {
        if (await stream.WaitForSetUpAsync(setUp))
        {
            await RunAsync(stream, await setUp);
        }
    }

    /// <summary>As minimal APIs answer with what a handler returns.</summary>
    private Task WriteAsync(HttpContext httpContext, object? value)
    {
        switch (value)
        {
            case IResult result:
                return result.ExecuteAsync(httpContext);
            case string text:
                httpContext.Response.ContentType ??= "text/plain; charset=utf-8";
                return httpContext.Response.WriteAsync(text);
            default:
                // A null as well.
                return httpContext.Response.WriteAsJsonAsync(value!, JsonSerializerOptions.GetTypeInfo(typeof(object)));
        }
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
