using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>The body as a form.</summary>
internal sealed class FormReader(EventStreamParameter parameter, EventStreamEndpoint endpoint) : BodyReader(parameter, isForm: true)
{
    private string TypeName => TypeDisplayName.Of(Parameter.ParameterInfo.ParameterType);

    public override async ValueTask<bool> ReadAsync(RequestBinding request)
    {
        var httpContext = request.HttpContext;
        if (!CanHaveBody(httpContext))
        {
            BindingFailures.UnexpectedRequestWithoutBody(endpoint, TypeName, Parameter.Name);
            return Refuse(httpContext, StatusCodes.Status400BadRequest);
        }

        if (httpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } antiforgery)
        {
            BindingFailures.InvalidAntiforgeryToken(endpoint, TypeName, Parameter.Name, antiforgery.Error);
            return Refuse(httpContext, StatusCodes.Status400BadRequest);
        }

        if (!httpContext.Request.HasFormContentType)
        {
            BindingFailures.UnexpectedNonFormContentType(endpoint, httpContext.Request.ContentType);
            return Refuse(httpContext, StatusCodes.Status415UnsupportedMediaType);
        }

        return await ReadFormAsync(httpContext);
    }

    private async ValueTask<bool> ReadFormAsync(HttpContext httpContext)
    {
        try
        {
            await httpContext.Request.ReadFormAsync(httpContext.RequestAborted);
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
        catch (InvalidDataException exception)
        {
            BindingFailures.InvalidFormRequestBody(endpoint, TypeName, Parameter.Name, exception);
            return Refuse(httpContext, StatusCodes.Status400BadRequest);
        }
    }
}
