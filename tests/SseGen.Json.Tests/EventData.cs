namespace SseGen.Json.Tests;

/// <summary>The data of events as bytes: two encodings of one text, or text that is not UTF-8 at all, are told apart.</summary>
internal static class EventData
{
    /// <summary>The bytes of each event's data in the body of a response, its lines joined by LF.</summary>
    public static List<byte[]> Of(ReadOnlySpan<byte> body)
    {
        var events = new List<byte[]>();
        List<byte>? data = null;
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range];
            if (line.StartsWith("data: "u8))
            {
                data?.Add((byte)'\n');
                (data ??= []).AddRange(line["data: "u8.Length..]);
            }
            else if (line.IsEmpty && data is not null)
            {
                events.Add([.. data]);
                data = null;
            }
        }

        return data is null ? events : throw new FormatException("The last event has no end.");
    }

    /// <summary>What <paramref name="json"/> is as data: an event has no other line ends than LF.</summary>
    public static byte[] OfJson(byte[] json)
    {
        var lines = new List<byte>(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\r')
            {
                lines.Add(json[i]);
            }
            else if (i + 1 == json.Length || json[i + 1] != '\n')
            {
                lines.Add((byte)'\n');
            }
        }

        return [.. lines];
    }

    /// <summary>The first event whose bytes are not those expected, for a reader; <see langword="null"/> when there is none.</summary>
    public static string? Difference(IReadOnlyList<byte[]> expectedJson, ReadOnlySpan<byte> body)
    {
        var data = Of(body);
        var expected = expectedJson.Select(OfJson).ToList();
        var same = expected.Zip(data).TakeWhile(static pair => pair.First.AsSpan().SequenceEqual(pair.Second)).Count();
        return same == expected.Count && same == data.Count
            ? null
            : $"event {same} of {expected.Count}:\n  expected {Text(expected.ElementAtOrDefault(same))}\n  but was  {Text(data.ElementAtOrDefault(same))}";
    }

    /// <summary>Every byte beyond ASCII as a number, so that no difference is lost in printing.</summary>
    private static string Text(byte[]? bytes) => bytes is null
        ? "nothing"
        : string.Concat(bytes.Select(static value => value is >= 0x20 and < 0x7f ? ((char)value).ToString() : $"[{value:x2}]"));
}
