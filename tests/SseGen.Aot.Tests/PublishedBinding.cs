namespace SseGen.Aot.Tests;

/// <summary>The application of handlers of every signature as a native binary, published for the tests of one class.</summary>
public sealed class PublishedBinding(PublishedShowcase showcase) : PublishedApplication(showcase.Build, "SseGen.Binding.App", "tests", "SseGen.Binding.App");
