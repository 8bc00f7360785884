namespace SseGen.Aot.Tests;

/// <summary>The application of payloads of every kind as a native binary, published for the tests of one class.</summary>
public sealed class PublishedJsonCases(PublishedShowcase showcase) : PublishedApplication(showcase.Build, "SseGen.JsonCases", "tests", "SseGen.JsonCases");
