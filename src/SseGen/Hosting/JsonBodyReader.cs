using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>The body as one JSON value.</summary>
internal sealed class JsonBodyReader<T>(EventStreamParameter parameter, JsonTypeInfo<T> typeInfo, EventStreamEndpoint endpoint)
    : BodyReader(parameter, isForm: false)
{
    public override async ValueTask<bool> ReadAsync(RequestBinding request)
    {
        var httpContext = request.HttpContext;
        if (!CanHaveBody(httpContext))
        {
            return true;
        }

        if (!httpContext.Request.HasJsonContentType())
        {
            BindingFailures.UnexpectedContentType(endpoint, httpContext.Request.ContentType);
            return Refuse(httpContext, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            request.Body = await httpContext.Request.ReadFromJsonAsync(typeInfo, httpContext.RequestAborted);
            return true;
        }
        catch (BadHttpRequestException exception)
        {
            BindingFailures.RequestBodyIOException(endpoint, exception);
            return Refuse(httpContext, exception.StatusCode);
        }
        catch (IOException exception)
        {
            BindingFailures.RequestBodyIOException(endpoint, exception);
            return Refuse(httpContext, StatusCodes.Status400BadRequest);
        }
        catch (JsonException exception)
        {
            BindingFailures.InvalidJsonRequestBody(endpoint, TypeDisplayName.Of(typeof(T)), Parameter.Name, exception);
            return Refuse(httpContext, StatusCodes.Status400BadRequest);
        }
    }
}
