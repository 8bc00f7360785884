using System.Runtime.CompilerServices;

namespace SseGen.Topics;

/// <summary>
/// One event of a topic, framed once for all who are sent it. Nothing of it changes after it has been published, except that an event of
/// the same key may come to replace it.
/// </summary>
internal class TopicEntry(string? coalesceKey)
{
    private const int IdLineLength = 64;

    private byte[] _frame = [];
    private int _idLength;
    private volatile bool _isReplaced;

    /// <summary>The value of <c>[CoalesceKey]</c>.</summary>
    public string? CoalesceKey { get; } = coalesceKey;

    /// <summary>The event's place in this process's log.</summary>
    public long Index { get; private set; } = -1;

    public TopicEventId Id { get; private set; }

    /// <summary>What this process has not heard of right before this event: a number of events, or <see cref="EventGap.Unknown"/>.</summary>
    public long MissedBefore { get; private set; }

    /// <summary>A newer event of the same key is in the log: whoever has not been sent this one need not be.</summary>
    public bool IsReplaced => _isReplaced;

    /// <summary>The whole event: <c>id:</c> line, perhaps an <c>event:</c> line of the payload's own, <c>data:</c> lines, blank line.</summary>
    public ReadOnlySpan<byte> Frame => _frame;

    /// <summary>The <c>id:</c> line with its line break.</summary>
    public ReadOnlySpan<byte> IdLine => _frame.AsSpan(0, _idLength);

    /// <summary>What stands behind the <c>id:</c> line.</summary>
    public ReadOnlySpan<byte> AfterId => _frame.AsSpan(_idLength);

    /// <summary>The fields that the payload gave, without <c>id:</c> and blank line.</summary>
    public ReadOnlyMemory<byte> Body => _frame.AsMemory(_idLength, _frame.Length - _idLength - 1);

    /// <summary>The payload has named its own event type, which goes before an endpoint's.</summary>
    public bool HasEventType => AfterId.StartsWith("event: "u8);

    /// <summary>Whether the event is sent with an endpoint's <c>event:</c> line: with one of its own it is not.</summary>
    public bool Takes(byte[] typeLine) => typeLine.Length > 0 && !HasEventType;

    /// <summary>How long the whole event is for clients of an endpoint that has this <c>event:</c> line.</summary>
    public int FrameLength(byte[] typeLine) => _frame.Length + (Takes(typeLine) ? typeLine.Length : 0);

    /// <summary>Copies the whole event for clients of an endpoint that has this <c>event:</c> line, and tells its length.</summary>
    public int CopyFrame(byte[] typeLine, Span<byte> destination)
    {
        if (!Takes(typeLine))
        {
            Frame.CopyTo(destination);
            return _frame.Length;
        }

        IdLine.CopyTo(destination);
        typeLine.CopyTo(destination[_idLength..]);
        AfterId.CopyTo(destination[(_idLength + typeLine.Length)..]);
        return _frame.Length + typeLine.Length;
    }

    /// <summary>Neighbours in the <see cref="CoalescedEvents"/>, to whose lock they belong.</summary>
    internal TopicEntry? Older { get; set; }

    internal TopicEntry? Newer { get; set; }

    /// <summary>Gives the event its place and its bytes. Called once, before anybody else sees it.</summary>
    public void Publish(long index, TopicEventId id, ReadOnlySpan<byte> body, long missedBefore)
    {
        Index = index;
        Id = id;
        MissedBefore = missedBefore;

        Span<byte> idLine = stackalloc byte[IdLineLength];
        "id: "u8.CopyTo(idLine);
        var length = 4 + id.Format(idLine[4..]);
        idLine[length++] = (byte)'\n';

        _idLength = length;
        _frame = GC.AllocateUninitializedArray<byte>(length + body.Length + 1);
        idLine[..length].CopyTo(_frame);
        body.CopyTo(_frame.AsSpan(length));
        _frame[^1] = (byte)'\n';
    }

    public void Replace() => _isReplaced = true;
}

/// <summary>An event together with what was published: for those who ask for the item and not for its bytes.</summary>
internal sealed class TopicEntry<T> : TopicEntry
{
    private readonly TopicPayload<T>? _payload;
    private StrongBox<T>? _read;
    private readonly T? _item;

    /// <summary>An event published in this process.</summary>
    public TopicEntry(T item, string? coalesceKey)
        : base(coalesceKey) => _item = item;

    /// <summary>An event that came as bytes; it is read when somebody asks for the item, and kept for the next who does.</summary>
    public TopicEntry(TopicPayload<T> payload, string? coalesceKey)
        : base(coalesceKey)
    {
        _payload = payload;
    }

    public T Item => _payload is null ? _item! : Read(_payload);

    private T Read(TopicPayload<T> payload)
    {
        if (Volatile.Read(ref _read) is { } known)
        {
            return known.Value!;
        }

        var read = new StrongBox<T>(payload.Read(Body.Span));
        return (Interlocked.CompareExchange(ref _read, read, null) ?? read).Value!;
    }
}
