using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SseGen.Redis;

/// <summary>Reads the options from the configuration, by hand because binding by reflection would not survive trimming, and refuses bad ones.</summary>
internal sealed class RedisTopicOptionsSetup(IConfiguration? configuration) : IConfigureOptions<RedisTopicOptions>, IValidateOptions<RedisTopicOptions>
{
    private static readonly TimeSpan s_shortestPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPoll = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_shortestRetention = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRetention = TimeSpan.FromDays(366);

    public void Configure(RedisTopicOptions options)
    {
        if (configuration?.GetSection("EventStreams:Redis") is not { } section)
        {
            return;
        }

        options.KeyPrefix = section[nameof(options.KeyPrefix)] ?? options.KeyPrefix;
        options.PollInterval = Time(section, nameof(options.PollInterval)) ?? options.PollInterval;
        options.KeyedRetention = Time(section, nameof(options.KeyedRetention)) ?? options.KeyedRetention;
    }

    public ValidateOptionsResult Validate(string? name, RedisTopicOptions options)
    {
        var failures = new List<string>();
        Require(options.KeyPrefix is not null, nameof(options.KeyPrefix), "null", "some text");
        Require(
            options.PollInterval >= s_shortestPoll && options.PollInterval <= s_longestPoll,
            nameof(options.PollInterval), options.PollInterval, $"from {s_shortestPoll} to {s_longestPoll}");
        Require(
            options.KeyedRetention >= s_shortestRetention && options.KeyedRetention <= s_longestRetention,
            nameof(options.KeyedRetention), options.KeyedRetention, $"from {s_shortestRetention} to {s_longestRetention}");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(bool isValid, string option, object value, string range)
        {
            if (!isValid)
            {
                failures.Add($"RedisTopicOptions.{option} is {value}, and must be {range}.");
            }
        }
    }

    private static TimeSpan? Time(IConfigurationSection section, string key) => section[key] switch
    {
        null => null,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) => time,
        var text => throw new InvalidOperationException($"The configuration's '{section.Path}:{key}' is '{text}', which is no TimeSpan."),
    };
}
