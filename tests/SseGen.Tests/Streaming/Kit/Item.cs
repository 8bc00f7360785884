using SseGen.Framing;

namespace SseGen.Tests.Streaming.Kit;

/// <summary>What the tests' handlers yield.</summary>
internal sealed record Item(string Data, string? Id = null, string? Type = null)
{
    public static implicit operator Item(string data) => new(data);
}

/// <summary>What a generator would write for <see cref="Item"/>.</summary>
internal sealed class ItemFormatter : EventFormatter<Item>
{
    public override void Write(ref Utf8EventWriter writer, in Item item)
    {
        writer.WriteId(item.Id);
        writer.WriteEventType(item.Type);
        writer.WriteText(item.Data);
        writer.WriteEndOfEvent();
    }
}
