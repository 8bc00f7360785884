using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SseGen;

/// <summary>
/// Reads the options from the configuration section <c>EventStreams</c>, without the reflection that the configuration binder needs.
/// </summary>
internal sealed class EventStreamOptionsBinder(IServiceProvider services) : IConfigureOptions<EventStreamOptions>
{
    public const string SectionName = "EventStreams";

    public void Configure(EventStreamOptions options)
    {
        // An application without configuration is rare, but not wrong.
        if (services.GetService<IConfiguration>() is { } configuration)
        {
            Bind(configuration.GetSection(SectionName), options);
        }
    }

    /// <exception cref="OptionsValidationException">A value is not one of its option.</exception>
    public static void Bind(IConfigurationSection section, EventStreamOptions options)
    {
        var values = new Values(section);
        options.CommitWindow = values.Time(nameof(options.CommitWindow)) ?? options.CommitWindow;
        options.HeartbeatInterval = values.Time(nameof(options.HeartbeatInterval)) ?? options.HeartbeatInterval;
        options.SendTimeout = values.Time(nameof(options.SendTimeout)) ?? options.SendTimeout;
        options.MaxDuration = values.Time(nameof(options.MaxDuration)) ?? options.MaxDuration;
        options.Retry = values.Time(nameof(options.Retry)) ?? options.Retry;
        options.FlushThreshold = values.Number(nameof(options.FlushThreshold)) ?? options.FlushThreshold;
        options.DrainTimeout = values.Time(nameof(options.DrainTimeout)) ?? options.DrainTimeout;
        options.AbandonTimeout = values.Time(nameof(options.AbandonTimeout)) ?? options.AbandonTimeout;
        options.ReconnectSpread = new TimeSpanRange(
            values.Time($"{nameof(options.ReconnectSpread)}:{nameof(TimeSpanRange.Minimum)}") ?? options.ReconnectSpread.Minimum,
            values.Time($"{nameof(options.ReconnectSpread)}:{nameof(TimeSpanRange.Maximum)}") ?? options.ReconnectSpread.Maximum);
        options.MaxConnections = values.Number(nameof(options.MaxConnections)) ?? options.MaxConnections;
        options.MaxConnectionsPerUser = values.Number(nameof(options.MaxConnectionsPerUser)) ?? options.MaxConnectionsPerUser;
        options.OverloadResponse = values.Response(nameof(options.OverloadResponse)) ?? options.OverloadResponse;
        options.ErrorEventType = values.Text(nameof(options.ErrorEventType)) ?? options.ErrorEventType;
        options.FarewellEventType = values.Text(nameof(options.FarewellEventType)) ?? options.FarewellEventType;
        options.CompletionEventType = values.Text(nameof(options.CompletionEventType)) ?? options.CompletionEventType;
        options.IncludeErrorDetails = values.Flag(nameof(options.IncludeErrorDetails)) ?? options.IncludeErrorDetails;
        values.ThrowIfAnyIsBad();
    }

    /// <summary>The section's values; all bad ones are told at once.</summary>
    private readonly struct Values(IConfigurationSection section)
    {
        private readonly List<string> _failures = [];

        public string? Text(string key) => section[key];

        // "15" would be fifteen days, which nobody means.
        public TimeSpan? Time(string key) => Parse<TimeSpan>(
            key,
            "a length of time such as 00:00:15",
            static (string text, out TimeSpan value) =>
                TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) && (text.Contains(':', StringComparison.Ordinal) || text == "0"));

        public int? Number(string key) => Parse<int>(
            key,
            "a whole number",
            static (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value));

        public bool? Flag(string key) => Parse<bool>(key, "true or false", bool.TryParse);

        public OverloadResponse? Response(string key) => Parse<OverloadResponse>(
            key,
            $"{nameof(OverloadResponse.Reconnect)} or {nameof(OverloadResponse.Status)}",
            static (string text, out OverloadResponse value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value));

        public void ThrowIfAnyIsBad()
        {
            if (_failures.Count > 0)
            {
                throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, typeof(EventStreamOptions), _failures);
            }
        }

        private delegate bool TryParse<T>(string text, out T value);

        private T? Parse<T>(string key, string expected, TryParse<T> tryParse)
            where T : struct
        {
            if (section[key] is not { Length: > 0 } text)
            {
                return null;
            }

            if (tryParse(text, out var value))
            {
                return value;
            }

            _failures.Add($"{section.Path}:{key} must be {expected}, and is '{text}'.");
            return null;
        }
    }
}
