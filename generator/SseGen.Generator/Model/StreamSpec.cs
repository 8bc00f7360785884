namespace SseGen.Generator.Model;

/// <summary>What a handler returns, and so what goes over the wire.</summary>
internal sealed record StreamSpec
{
    public required StreamShape Shape { get; init; }

    /// <summary>Whether the shape comes in a <c>Task</c> or <c>ValueTask</c>.</summary>
    public required bool IsAwaited { get; init; }

    /// <summary>The method's return type as its declaration has it, nullable annotations included.</summary>
    public required string ReturnType { get; init; }

    /// <summary>What the stream yields: a payload, or an <c>SseItem</c> of one.</summary>
    public required TypeRef Element { get; init; }

    /// <summary><see cref="Element"/> is <c>SseItem&lt;Payload&gt;</c>.</summary>
    public required bool IsSseItem { get; init; }

    /// <summary>What is sent as the event's data.</summary>
    public required TypeRef Payload { get; init; }

    /// <summary>How an element is written as an event.</summary>
    public required PayloadGraph Graph { get; init; }
}

/// <summary>The kinds of source that a stream is read from.</summary>
internal enum StreamShape
{
    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>, or a type that implements it.</summary>
    AsyncEnumerable,

    /// <summary><c>ChannelReader&lt;T&gt;</c>.</summary>
    ChannelReader,

    /// <summary><c>EventStreamResult&lt;T&gt;</c>: a stream, or a refusal.</summary>
    Result,

    /// <summary>Nothing: the handler writes to its <c>EventStreamWriter&lt;T&gt;</c>.</summary>
    Push,
}
