namespace SseGen.Generator.Model;

/// <summary>What one node of a project is: a handler, the item of a topic, or neither. One pass over the files finds both.</summary>
/// <param name="Endpoint">The spec of a handler.</param>
/// <param name="TopicItem">The item that a node names.</param>
internal readonly record struct Finding(EndpointSpec? Endpoint, TopicItemSpec? TopicItem);
