using Microsoft.Extensions.Options;

namespace SseGen;

/// <summary>Finds values that no stream could live with, when the application starts and not when the first client comes.</summary>
internal sealed class EventStreamOptionsValidator : IValidateOptions<EventStreamOptions>
{
    public ValidateOptionsResult Validate(string? name, EventStreamOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>One sentence for each option that is wrong; it begins with the option's name.</summary>
    public static IEnumerable<string> Failures(EventStreamOptions options)
    {
        string?[] failures =
        [
            NotNegative(nameof(options.CommitWindow), options.CommitWindow),
            NotNegative(nameof(options.HeartbeatInterval), options.HeartbeatInterval),
            NotNegative(nameof(options.SendTimeout), options.SendTimeout),
            NotNegative(nameof(options.MaxDuration), options.MaxDuration),
            NotNegative(nameof(options.Retry), options.Retry.GetValueOrDefault()),
            NotNegative(nameof(options.DrainTimeout), options.DrainTimeout),
            NotNegative(nameof(options.AbandonTimeout), options.AbandonTimeout),
            Spread(nameof(options.ReconnectSpread), options.ReconnectSpread),
            Positive(nameof(options.FlushThreshold), options.FlushThreshold),
            Positive(nameof(options.MaxConnections), options.MaxConnections),
            Positive(nameof(options.MaxConnectionsPerUser), options.MaxConnectionsPerUser),
            EventType(nameof(options.ErrorEventType), options.ErrorEventType),
            EventType(nameof(options.FarewellEventType), options.FarewellEventType),
            options.CompletionEventType is null ? null : EventType(nameof(options.CompletionEventType), options.CompletionEventType),
            Enum.IsDefined(options.OverloadResponse)
                ? null
                : $"{nameof(options.OverloadResponse)} must be a value of {nameof(OverloadResponse)}, and is {options.OverloadResponse}.",
        ];
        return failures.OfType<string>();
    }

    private static string? NotNegative(string name, TimeSpan value)
        => value >= TimeSpan.Zero ? null : $"{name} must not be negative, and is {value}.";

    private static string? Spread(string name, TimeSpanRange value)
        => TimeSpan.Zero <= value.Minimum && value.Minimum <= value.Maximum
            ? null
            : $"{name} must be a range of times, the shorter one first, and is {value}.";

    private static string? Positive(string name, int? value)
        => value is null or > 0 ? null : $"{name} must be greater than zero, and is {value}.";

    private static string? EventType(string name, string? value) => value switch
    {
        null or "" => $"{name} must not be empty.",
        "error" or "open" => $"{name} must not be '{value}': a browser's EventSource raises an event of that name by itself.",
        _ when value.AsSpan().ContainsAny('\r', '\n', '\0') => $"{name} must not contain a line break or NUL.",
        _ => null,
    };
}
