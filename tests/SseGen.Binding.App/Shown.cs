using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SseGen.Binding.App;

/// <summary>Bound values as text, in a form in which values that differ look different.</summary>
public static class Shown
{
    public static IAsyncEnumerable<string> Value(object? value) => Values([value]);

    public static async IAsyncEnumerable<string> Values(params object?[] values)
    {
        await Task.Yield();
        foreach (var value in values)
        {
            yield return Text(value);
        }
    }

    /// <summary>No events of any handler here.</summary>
    public static async IAsyncEnumerable<int> Numbers()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }

    /// <summary>What a filter makes of the values.</summary>
    public static async IAsyncEnumerable<string> Surrounded(IAsyncEnumerable<string> values)
    {
        yield return "before";
        await foreach (var value in values)
        {
            yield return value;
        }

        yield return "after";
    }

    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        StringValues texts => $"texts({string.Join('|', texts.ToArray())})",
        DateTime time => $"{time.ToString("O", CultureInfo.InvariantCulture)} {time.Kind}",
        DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        Uri uri => $"{(uri.IsAbsoluteUri ? "absolute" : "relative")} {uri.OriginalString}",
        Array array => $"[{string.Join('|', array.Cast<object?>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>What a filter sees of the arguments; objects of the request itself say nothing.</summary>
    public static string Arguments(IEnumerable<object?> arguments) =>
        Uri.EscapeDataString(string.Join(';', arguments.Where(argument => argument is not (CancellationToken or HttpContext or HttpRequest or HttpResponse or Stream)).Select(Text)));
}
