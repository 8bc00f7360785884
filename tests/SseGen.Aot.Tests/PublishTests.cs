namespace SseGen.Aot.Tests;

public sealed class PublishTests(PublishedShowcase showcase)
{
    [Fact]
    public void Publishing_gives_no_warning() => Assert.Empty(showcase.Warnings);

    [Fact]
    public void The_binary_is_all_that_is_needed() =>
        Assert.Equal(["Showcase"], Directory.GetFiles(showcase.Folder).Select(Path.GetFileName));
}
