using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SseGen.Json;

/// <summary>
/// Where in an event its writing stopped, read from the bytes written so far: nothing has to be remembered for it while all goes well.
/// </summary>
internal static class JsonPath
{
    /// <summary>The characters that System.Text.Json does not leave to a plain name.</summary>
    private static readonly SearchValues<char> s_special = SearchValues.Create(" .'/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029");

    /// <summary>The path of properties and keys that leads to the end of what was written, in the manner of System.Text.Json.</summary>
    public static string Of(ReadOnlySpan<byte> written)
    {
        var json = Json(written);
        var names = new Stack<string?>();
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue, AllowMultipleValues = true }));
        while (TryRead(ref reader))
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    names.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    names.Pop();
                    names.Push(reader.GetString());
                    break;
            }
        }

        var path = new StringBuilder("$");
        foreach (var name in names.Reverse().OfType<string>())
        {
            _ = name.AsSpan().ContainsAny(s_special) ? path.Append("['").Append(name).Append("']") : path.Append('.').Append(name);
        }

        return path.ToString();
    }

    private static bool TryRead(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (JsonException)
        {
            return false; // JSON that a converter wrote as it likes: the path ends where it is no longer understood
        }
    }

    /// <summary>The event's data without the names of its lines.</summary>
    private static byte[] Json(ReadOnlySpan<byte> written)
    {
        var json = new List<byte>(written.Length);
        foreach (var range in written.Split((byte)'\n'))
        {
            var line = written[range];
            if (line.StartsWith("data: "u8))
            {
                json.AddRange(line["data: "u8.Length..]);
            }
        }

        return [.. json];
    }
}
