using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SseGen.Hosting;

/// <summary>
/// What becomes known of an argument that cannot be bound: a log entry, or in development an exception, with the ids, names, templates and
/// levels of minimal APIs, so that what an operator has learnt there holds here.
/// </summary>
internal static partial class BindingFailures
{
    public static void ParameterBindingFailed(
        ILogger logger, bool shouldThrow, string parameterType, string parameterName, string? sourceValue)
    {
        if (shouldThrow)
        {
            throw new BadHttpRequestException(
                $"Failed to bind parameter \"{parameterType} {parameterName}\" from \"{sourceValue}\".", StatusCodes.Status400BadRequest);
        }

        LogParameterBindingFailed(logger, parameterType, parameterName, sourceValue);
    }

    public static void RequiredParameterNotProvided(
        ILogger logger, bool shouldThrow, string parameterType, string parameterName, string source)
    {
        if (shouldThrow)
        {
            throw new BadHttpRequestException(
                $"Required parameter \"{parameterType} {parameterName}\" was not provided from {source}.", StatusCodes.Status400BadRequest);
        }

        LogRequiredParameterNotProvided(logger, parameterType, parameterName, source);
    }

    [LoggerMessage(
        3,
        LogLevel.Debug,
        """Failed to bind parameter "{ParameterType} {ParameterName}" from "{SourceValue}".""",
        EventName = "ParameterBindingFailed")]
    private static partial void LogParameterBindingFailed(ILogger logger, string parameterType, string parameterName, string? sourceValue);

    [LoggerMessage(
        4,
        LogLevel.Debug,
        """Required parameter "{ParameterType} {ParameterName}" was not provided from {Source}.""",
        EventName = "RequiredParameterNotProvided")]
    private static partial void LogRequiredParameterNotProvided(ILogger logger, string parameterType, string parameterName, string source);
}
