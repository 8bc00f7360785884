using Microsoft.Extensions.Options;

namespace SseGen.Topics;

/// <summary>Refuses what a topic cannot do, at start, naming the topic and the option.</summary>
internal sealed class EventTopicOptionsValidator(string topic, bool hasEngine) : IValidateOptions<EventTopicOptions>
{
    /// <summary>The longest coalesce window: longer is not a matter of writes any more.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(1);

    private const int LargestCapacity = 1 << 24;

    public ValidateOptionsResult Validate(string? name, EventTopicOptions options)
    {
        if (name != topic)
        {
            return ValidateOptionsResult.Skip;
        }

        var failures = new List<string>();
        Require(options.Capacity is >= 1 and <= LargestCapacity, nameof(options.Capacity), options.Capacity, $"from 1 to {LargestCapacity}");
        Require(Enum.IsDefined(options.WhenLagging), nameof(options.WhenLagging), options.WhenLagging, "a LagPolicy");
        Require(
            options.CoalesceWindow >= TimeSpan.Zero && options.CoalesceWindow <= LongestWindow,
            nameof(options.CoalesceWindow), options.CoalesceWindow, $"from zero to {LongestWindow}");
        Require(
            options.IdleTimeout >= TimeSpan.FromSeconds(1) && options.IdleTimeout <= TimeSpan.FromDays(1),
            nameof(options.IdleTimeout), options.IdleTimeout, "from one second to one day");
        Require(
            !hasEngine || options.WhenLagging != LagPolicy.Wait,
            nameof(options.WhenLagging), options.WhenLagging, "Skip or Disconnect: publishing cannot wait for the subscribers of other processes");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(bool isValid, string option, object value, string range)
        {
            if (!isValid)
            {
                failures.Add($"EventTopicOptions.{option} of the topic '{topic}' is {value}, and must be {range}.");
            }
        }
    }
}
