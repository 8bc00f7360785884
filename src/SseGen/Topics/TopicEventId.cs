using System.Globalization;

namespace SseGen.Topics;

/// <summary>
/// The id of an event of a topic, <c>{epoch}-{sequence}</c> on the wire. Sequences count up by one within an epoch; another epoch is
/// another life of the topic, of which nothing that was said in this one is known.
/// </summary>
/// <param name="Epoch">The life of the topic: a later one has a greater number.</param>
/// <param name="Sequence">The event's number within the epoch, from 1; 0 is the place before the first event.</param>
public readonly record struct TopicEventId(ulong Epoch, ulong Sequence) : IComparable<TopicEventId>
{
    /// <summary>The longest text of an id.</summary>
    internal const int MaxLength = 20 + 1 + 20;

    /// <summary>Whether nothing can have been published between <paramref name="other"/> and this.</summary>
    public bool Follows(TopicEventId other) => Epoch == other.Epoch && Sequence == other.Sequence + 1;

    /// <inheritdoc/>
    public int CompareTo(TopicEventId other)
    {
        var byEpoch = Epoch.CompareTo(other.Epoch);
        return byEpoch != 0 ? byEpoch : Sequence.CompareTo(other.Sequence);
    }

    /// <summary>The order of publication.</summary>
    public static bool operator <(TopicEventId left, TopicEventId right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(TopicEventId left, TopicEventId right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(TopicEventId left, TopicEventId right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(TopicEventId left, TopicEventId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an id as <see cref="ToString"/> writes it, and nothing else: it comes from a client.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TopicEventId id)
    {
        id = default;
        var dash = text.IndexOf('-');
        if (dash < 0 || !TryParseNumber(text[..dash], out var epoch) || !TryParseNumber(text[(dash + 1)..], out var sequence))
        {
            return false;
        }

        id = new TopicEventId(epoch, sequence);
        return true;
    }

    /// <summary>The text that stands in the event's <c>id:</c> field.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Sequence}");

    /// <summary>Writes the text as UTF-8; <see cref="MaxLength"/> bytes suffice.</summary>
    internal int Format(Span<byte> destination)
    {
        Epoch.TryFormat(destination, out var length, provider: CultureInfo.InvariantCulture);
        destination[length++] = (byte)'-';
        Sequence.TryFormat(destination[length..], out var digits, provider: CultureInfo.InvariantCulture);
        return length + digits;
    }

    // One id has one text: without this, "01-1" would be taken for "1-1".
    private static bool TryParseNumber(ReadOnlySpan<char> text, out ulong number) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text[0] != '0' || text.Length == 1);
}
