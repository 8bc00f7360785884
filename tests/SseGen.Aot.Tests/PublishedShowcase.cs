[assembly: AssemblyFixture(typeof(SseGen.Aot.Tests.PublishedShowcase))]

namespace SseGen.Aot.Tests;

/// <summary>The Showcase as a native binary, published once for all tests. The other applications are built where it was built.</summary>
public sealed class PublishedShowcase() : PublishedApplication(new BuildFolder(), "Showcase", "samples", "Showcase")
{
    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Build.Dispose();
        return base.DisposeAsync();
    }
}
