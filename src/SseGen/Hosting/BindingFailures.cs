using Microsoft.AspNetCore.Http;

namespace SseGen.Hosting;

/// <summary>
/// What becomes known of a request that cannot be bound: a log entry (<see cref="BindingLog"/>), or in development an exception. The texts are
/// those of minimal APIs, so that what an operator has learnt there holds here.
/// </summary>
internal static class BindingFailures
{
    /// <summary>That the client stopped sending is no fault of the request's content: it is logged, and never thrown.</summary>
    public static void RequestBodyIOException(EventStreamEndpoint endpoint, IOException exception) =>
        BindingLog.RequestBodyIOException(endpoint.Logger, exception);

    public static void InvalidJsonRequestBody(EventStreamEndpoint endpoint, string parameterType, string parameterName, Exception exception)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Failed to read parameter "{parameterType} {parameterName}" from the request body as JSON.""",
                StatusCodes.Status400BadRequest, exception);
        }

        BindingLog.InvalidJsonRequestBody(endpoint.Logger, parameterType, parameterName, exception);
    }

    public static void ParameterBindingFailed(EventStreamEndpoint endpoint, string parameterType, string parameterName, string? sourceValue)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Failed to bind parameter "{parameterType} {parameterName}" from "{sourceValue}".""",
                StatusCodes.Status400BadRequest);
        }

        BindingLog.ParameterBindingFailed(endpoint.Logger, parameterType, parameterName, sourceValue);
    }

    public static void RequiredParameterNotProvided(EventStreamEndpoint endpoint, string parameterType, string parameterName, string source)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Required parameter "{parameterType} {parameterName}" was not provided from {source}.""",
                StatusCodes.Status400BadRequest);
        }

        BindingLog.RequiredParameterNotProvided(endpoint.Logger, parameterType, parameterName, source);
    }

    public static void ImplicitBodyNotProvided(EventStreamEndpoint endpoint, string parameterName)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Implicit body inferred for parameter "{parameterName}" but no body was provided. Did you mean to use a Service instead?""",
                StatusCodes.Status400BadRequest);
        }

        BindingLog.ImplicitBodyNotProvided(endpoint.Logger, parameterName);
    }

    public static void UnexpectedContentType(EventStreamEndpoint endpoint, string? contentType)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Expected a supported JSON media type but got "{contentType}".""",
                StatusCodes.Status415UnsupportedMediaType);
        }

        BindingLog.UnexpectedContentType(endpoint.Logger, contentType ?? "(none)");
    }

    public static void UnexpectedNonFormContentType(EventStreamEndpoint endpoint, string? contentType)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Expected a supported form media type but got "{contentType}".""",
                StatusCodes.Status415UnsupportedMediaType);
        }

        BindingLog.UnexpectedNonFormContentType(endpoint.Logger, contentType ?? "(none)");
    }

    public static void InvalidFormRequestBody(EventStreamEndpoint endpoint, string parameterType, string parameterName, Exception exception)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Failed to read parameter "{parameterType} {parameterName}" from the request body as form.""",
                StatusCodes.Status400BadRequest, exception);
        }

        BindingLog.InvalidFormRequestBody(endpoint.Logger, parameterType, parameterName, exception);
    }

    public static void InvalidAntiforgeryToken(EventStreamEndpoint endpoint, string parameterType, string parameterName, Exception? exception)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Invalid anti-forgery token found when reading parameter "{parameterType} {parameterName}" from the request body as form.""",
                StatusCodes.Status400BadRequest, exception!);
        }

        BindingLog.InvalidAntiforgeryToken(endpoint.Logger, parameterType, parameterName, exception);
    }

    public static void UnexpectedRequestWithoutBody(EventStreamEndpoint endpoint, string parameterType, string parameterName)
    {
        if (endpoint.ThrowOnBadRequest)
        {
            throw new BadHttpRequestException(
                $"""Unexpected request without body, failed to bind parameter "{parameterType} {parameterName}" from the request body as form.""",
                StatusCodes.Status400BadRequest);
        }

        BindingLog.UnexpectedRequestWithoutBody(endpoint.Logger, parameterType, parameterName);
    }
}
