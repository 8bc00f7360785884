using Microsoft.Extensions.Logging;

namespace SseGen.Hosting;

/// <summary>Failed bindings in the log: ids, names, templates and level of minimal APIs' own.</summary>
internal static partial class BindingLog
{
    [LoggerMessage(
        1,
        LogLevel.Debug,
        """Reading the request body failed with an IOException.""",
        EventName = "RequestBodyIOException")]
    public static partial void RequestBodyIOException(ILogger logger, IOException exception);

    [LoggerMessage(
        2,
        LogLevel.Debug,
        """Failed to read parameter "{ParameterType} {ParameterName}" from the request body as JSON.""",
        EventName = "InvalidJsonRequestBody")]
    public static partial void InvalidJsonRequestBody(ILogger logger, string parameterType, string parameterName, Exception exception);

    [LoggerMessage(
        3,
        LogLevel.Debug,
        """Failed to bind parameter "{ParameterType} {ParameterName}" from "{SourceValue}".""",
        EventName = "ParameterBindingFailed")]
    public static partial void ParameterBindingFailed(ILogger logger, string parameterType, string parameterName, string? sourceValue);

    [LoggerMessage(
        4,
        LogLevel.Debug,
        """Required parameter "{ParameterType} {ParameterName}" was not provided from {Source}.""",
        EventName = "RequiredParameterNotProvided")]
    public static partial void RequiredParameterNotProvided(ILogger logger, string parameterType, string parameterName, string source);

    [LoggerMessage(
        5,
        LogLevel.Debug,
        """Implicit body inferred for parameter "{ParameterName}" but no body was provided. Did you mean to use a Service instead?""",
        EventName = "ImplicitBodyNotProvided")]
    public static partial void ImplicitBodyNotProvided(ILogger logger, string parameterName);

    [LoggerMessage(
        6,
        LogLevel.Debug,
        """Expected a supported JSON media type but got "{ContentType}".""",
        EventName = "UnexpectedContentType")]
    public static partial void UnexpectedContentType(ILogger logger, string? contentType);

    [LoggerMessage(
        7,
        LogLevel.Debug,
        """Expected a supported form media type but got "{ContentType}".""",
        EventName = "UnexpectedNonFormContentType")]
    public static partial void UnexpectedNonFormContentType(ILogger logger, string? contentType);

    [LoggerMessage(
        8,
        LogLevel.Debug,
        """Failed to read parameter "{ParameterType} {ParameterName}" from the request body as form.""",
        EventName = "InvalidFormRequestBody")]
    public static partial void InvalidFormRequestBody(ILogger logger, string parameterType, string parameterName, Exception exception);

    [LoggerMessage(
        9,
        LogLevel.Debug,
        """Invalid anti-forgery token found when reading parameter "{ParameterType} {ParameterName}" from the request body as form.""",
        EventName = "InvalidAntiforgeryToken")]
    public static partial void InvalidAntiforgeryToken(ILogger logger, string parameterType, string parameterName, Exception? exception);

    [LoggerMessage(
        11,
        LogLevel.Debug,
        """Unexpected request without body, failed to bind parameter "{ParameterType} {ParameterName}" from the request body as form.""",
        EventName = "UnexpectedRequestWithoutBody")]
    public static partial void UnexpectedRequestWithoutBody(ILogger logger, string parameterType, string parameterName);
}
