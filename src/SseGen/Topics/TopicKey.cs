using System.Globalization;

namespace SseGen.Topics;

/// <summary>Keys of keyed topics as text, the same in every process and culture.</summary>
internal static class TopicKey
{
    public static string? ToText(object? key) => key switch
    {
        null => null,
        string text => text,
        DateTime or DateTimeOffset or TimeOnly => ((IFormattable)key).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => key.ToString(),
    };
}
