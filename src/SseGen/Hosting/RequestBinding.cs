using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>
/// The binding of one request's arguments. A failure is noted and binding goes on, so that the log names every bad value; the stream does
/// not start, and nothing of the response but its status is touched.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBinding
{
    private readonly EventStreamEndpoint _endpoint;

    internal RequestBinding(HttpContext httpContext, EventStreamEndpoint endpoint)
    {
        HttpContext = httpContext;
        _endpoint = endpoint;
    }

    /// <summary>The request.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Whether an argument could not be bound: the handler must not be called.</summary>
    public bool Failed { get; private set; }

    /// <summary>
    /// Whether the request is answered: an argument could not be bound, and there is no filter that would want to know. Sets the status.
    /// </summary>
    public bool IsRefused
    {
        get
        {
            if (Failed)
            {
                HttpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
            }

            return Failed && !_endpoint.HasFilters;
        }
    }

    /// <summary>The token that the stream will have, for an object of parameters, which is made before there is a stream.</summary>
    public CancellationToken StreamToken => (StreamCancellation ??= new CancellationTokenSource()).Token;

    /// <summary>Fires <see cref="StreamToken"/>; <see langword="null"/> when nobody has asked for it.</summary>
    internal CancellationTokenSource? StreamCancellation { get; private set; }

    /// <summary>The body, when it has been read as JSON.</summary>
    internal object? Body { get; set; }

    /// <summary>Reads the body, if an argument is bound from it; false when the request has been answered instead.</summary>
    public ValueTask<bool> ReadBodyAsync() => _endpoint.BodyReader?.ReadAsync(this) ?? new ValueTask<bool>(true);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal T Missing<T>(EventStreamParameter parameter, string source)
    {
        Failed = true;
        BindingFailures.RequiredParameterNotProvided(_endpoint, TypeDisplayName.Of(typeof(T)), parameter.Name, source);
        return default!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal T Unparsable<T>(EventStreamParameter parameter, string? text)
    {
        Failed = true;
        BindingFailures.ParameterBindingFailed(_endpoint, TypeDisplayName.Of(typeof(T)), parameter.Name, text);
        return default!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal T NoImplicitBody<T>(EventStreamParameter parameter)
    {
        Failed = true;
        BindingFailures.ImplicitBodyNotProvided(_endpoint, parameter.Name);
        return default!;
    }
}
