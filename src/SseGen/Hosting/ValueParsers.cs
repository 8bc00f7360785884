using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SseGen.Hosting;

/// <summary>How minimal APIs turn text into values: in the invariant culture, with a few styles of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueParsers
{
    /// <summary>Any text as it is.</summary>
    public static bool Text(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>A type that parses itself: numbers, <see cref="bool"/>, <see cref="Guid"/>, <see cref="TimeSpan"/>, a user's own.</summary>
    public static bool Parsable<T>(string text, [MaybeNullWhen(false)] out T value)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out value);

    /// <summary>A name, in its own case, or a number.</summary>
    public static bool Enum<T>(string text, out T value)
        where T : struct => System.Enum.TryParse(text, out value);

    /// <summary>An absolute or relative URI.</summary>
    public static bool Uri(string text, [MaybeNullWhen(false)] out Uri value) =>
        System.Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);

    /// <summary>A date and time; one with an offset becomes UTC.</summary>
    public static bool DateTime(string text, out DateTime value) => System.DateTime.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces, out value);

    /// <summary>A date and time; one without an offset is UTC.</summary>
    public static bool DateTimeOffset(string text, out DateTimeOffset value) => System.DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out value);

    /// <summary>A date.</summary>
    public static bool DateOnly(string text, out DateOnly value) =>
        System.DateOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value);

    /// <summary>A time of day.</summary>
    public static bool TimeOnly(string text, out TimeOnly value) =>
        System.TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value);

    /// <summary>
    /// The nullable form of a type. Empty text is no value but a bad one, as in minimal APIs today
    /// (<see href="https://github.com/dotnet/aspnetcore/pull/65816"/> would make it null): to follow them, change it here.
    /// </summary>
    public static ValueParser<T?> Nullable<T>(ValueParser<T> parser)
        where T : struct => (string text, out T? value) =>
        {
            var parsed = parser(text, out var inner);
            value = parsed ? inner : null;
            return parsed;
        };
}
