[assembly: AssemblyFixture(typeof(SseGen.Aot.Tests.PublishedShowcase))]

namespace SseGen.Aot.Tests;

/// <summary>The Showcase as a native binary, published once for all tests.</summary>
public sealed class PublishedShowcase() : PublishedApplication("Showcase", "samples", "Showcase");
