namespace SseGen.TopicNode;

/// <summary>The streams of the topics.</summary>
public static class NodeEndpoints
{
    /// <summary>All notes, as they have been framed.</summary>
    [EventStream("/notes", EventType = "note")]
    public static IAsyncEnumerable<Note> Notes(EventTopic<Note> topic, EventStreamContext context) => topic.Subscribe(context);

    /// <summary>The notes of one publisher: the items have to be looked at.</summary>
    [EventStream("/notes/from/{who}")]
    public static IAsyncEnumerable<Note> From(string who, EventTopic<Note> topic, EventStreamContext context) =>
        topic.Subscribe(context).Where(note => note.From == who);

    /// <summary>The present prices.</summary>
    [EventStream("/prices")]
    public static IAsyncEnumerable<Price> Prices(EventTopic<Price> topic, EventStreamContext context) => topic.Subscribe(context);

    /// <summary>The notes of one room.</summary>
    [EventStream("/rooms/{room}")]
    public static IAsyncEnumerable<Note> Room(string room, EventTopics<string, Note> rooms, EventStreamContext context) =>
        rooms[room].Subscribe(context);
}
