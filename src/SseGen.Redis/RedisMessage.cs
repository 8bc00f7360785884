using System.Buffers.Text;
using System.Text;
using SseGen.Topics;

namespace SseGen.Redis;

/// <summary>An event as it comes by pub/sub: its id, the length of its coalesce key in bytes, each ended by a line feed, the key, the body.</summary>
internal readonly ref struct RedisMessage
{
    private const int LongestId = 64;

    private RedisMessage(TopicEventId id, string? coalesceKey, ReadOnlySpan<byte> body)
    {
        Id = id;
        CoalesceKey = coalesceKey;
        Body = body;
    }

    public TopicEventId Id { get; }

    public string? CoalesceKey { get; }

    public ReadOnlySpan<byte> Body { get; }

    /// <summary>Reads a message; <see langword="false"/> when it is none of ours, for anybody may publish to a channel.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out RedisMessage message)
    {
        message = default;
        var endOfId = bytes.IndexOf((byte)'\n');
        if (endOfId is < 0 or > LongestId)
        {
            return false;
        }

        Span<char> id = stackalloc char[LongestId];
        Encoding.Latin1.GetChars(bytes[..endOfId], id);
        var rest = bytes[(endOfId + 1)..];
        if (!TopicEventId.TryParse(id[..endOfId], out var parsed)
            || !Utf8Parser.TryParse(rest, out int keyLength, out var digits)
            || digits >= rest.Length || rest[digits] != '\n'
            || keyLength < 0 || keyLength > rest.Length - digits - 1)
        {
            return false;
        }

        rest = rest[(digits + 1)..];
        message = new RedisMessage(parsed, keyLength == 0 ? null : Encoding.UTF8.GetString(rest[..keyLength]), rest[keyLength..]);
        return true;
    }
}
