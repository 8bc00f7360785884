namespace SseGen.Aot.Tests;

/// <summary>The application of payloads of every kind as a native binary, published for the tests of one class.</summary>
public sealed class PublishedJsonCases() : PublishedApplication("SseGen.JsonCases", "tests", "SseGen.JsonCases");
