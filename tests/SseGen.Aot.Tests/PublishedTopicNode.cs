namespace SseGen.Aot.Tests;

/// <summary>The application that shares topics over Redis as a native binary, published for the tests of one class.</summary>
public sealed class PublishedTopicNode(PublishedShowcase showcase) : PublishedApplication(showcase.Build, "SseGen.TopicNode", "tests", "SseGen.TopicNode");
